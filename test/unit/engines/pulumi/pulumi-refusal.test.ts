import { CommandError, type EngineEvent } from '@pulumi/pulumi/automation';
import { refusedBy } from '../../../../engines/pulumi/pulumi-refusal';
import { ProblemsError } from '../../../../model/problem';

const stack = { name: 'hebei-extranet', program: async () => ({}), kubeconfig: '/dev/null' };

/** An error as the Automation API throws it. */
function failed(message: string): CommandError {
  return Object.assign(Object.create(CommandError.prototype) as CommandError, { message });
}

function problems(events: readonly object[], more: { error?: unknown; interrupted?: boolean } = {}): string[] {
  const error = refusedBy({
    error: failed('code: 255'),
    events: events as EngineEvent[],
    stack,
    command: 'up',
    surroundings: {},
    interrupted: false,
    ...more,
  });
  if (!(error instanceof ProblemsError)) throw error;
  return error.problems.map(({ code, at, message }) => `${code} ${at} · ${message.en}`);
}

const said = (message: string, urn = '') => ({ diagnosticEvent: { severity: 'error', message, urn } });
const gone = (name: string, why: string) =>
  said(
    `resource "urn:…::${name}" was not successfully created by the Kubernetes API server: Patch "https://10.20.0.8:6443/api/v1/namespaces/a/resourcequotas/${name}?force=true": ${why}`,
  );

test('a server that goes away in the middle is one problem, however many objects met that', () =>
  expect(
    problems([
      gone('a', 'dial tcp 10.20.0.8:6443: connect: connection refused'),
      gone('b', 'dial tcp 10.20.0.8:6443: connect: connection reset by peer'),
      gone('c', 'EOF'),
      said('update failed'),
    ]),
  ).toEqual([
    'CLUSTER_UNREACHABLE hebei-extranet · https://10.20.0.8:6443 does not answer: dial tcp 10.20.0.8:6443: connect: connection refused (and 2 more calls)',
  ]));

/** How a connection ends, as Go's clients say it; while an answer is read there is no URL beside it. */
const ENDS = [
  'unexpected EOF',
  'http2: client connection lost',
  'http2: client connection force closed via ClientConn.Close',
  'http2: server sent GOAWAY and closed the connection; LastStreamID=7, ErrCode=NO_ERROR, debug=""',
  'http: server closed idle connection',
  'write tcp 127.0.0.1:46666->10.20.0.8:6443: write: broken pipe',
  'write tcp 127.0.0.1:46666->10.20.0.8:6443: use of closed network connection',
  'read tcp 127.0.0.1:46666->10.20.0.8:6443: read: connection reset by peer',
  'read tcp 127.0.0.1:46666->10.20.0.8:6443: i/o timeout',
  'net/http: TLS handshake timeout',
  'dial tcp 10.20.0.8:6443: connect: connection refused',
  'dial tcp 10.20.0.8:6443: connect: no route to host',
  'dial tcp: lookup api.example: no such host',
  'apiserver is shutting down',
];

test.each([
  ...ENDS,
  'context deadline exceeded',
  'stream error: stream ID 53; INTERNAL_ERROR; received from peer',
  "http2: Transport: cannot retry err [http2: Transport received Server's graceful shutdown GOAWAY] after Request.Body was written; define Request.GetBody to avoid this error",
  'a reason that no version of Go has yet',
])('so it is where a request got no answer, whatever the reason: %s', (why) =>
  expect(problems([gone('a', why)])).toEqual([
    `CLUSTER_UNREACHABLE hebei-extranet · https://10.20.0.8:6443 does not answer: ${why}`,
  ]),
);

test.each([
  ...ENDS,
  // Of the provider itself, 4.25.0, about an object of the state.
  'failed to read resource state due to unreachable cluster',
])('and where an answer is cut off, without its URL: %s', (why) =>
  expect(problems([said(why)])).toEqual([
    `CLUSTER_UNREACHABLE hebei-extranet · hebei-extranet does not answer: ${why}`,
  ]),
);

test.each([
  'Patch "https://10.20.0.8:6443/api/v1/namespaces/a": tls: failed to verify certificate: x509: certificate has expired',
  'Patch "https://10.20.0.8:6443/api/v1/namespaces/a": remote error: tls: bad certificate',
  'Internal error occurred: failed calling webhook "a.example": failed to call webhook: Post "https://a.example:443/validate?timeout=10s": dial tcp 10.0.0.1:443: connect: connection refused',
  '[ErrImagePull] failed to pull image "a/b": Head "https://registry.example/v2/a/b": dial tcp: lookup registry.example: no such host',
  'admission webhook "a.example" denied the request: see "https://10.20.0.8:6443/": no',
])('an answer is no silence: %s', (why) =>
  expect(problems([said(why)])).toEqual([`ENGINE_REFUSED hebei-extranet · Pulumi says: ${why}`]),
);

/** As Pulumi 3.230.0 and its provider 4.25.0 say it, where the server goes away while an object is waited for. */
const crash = said(
  `<{%reset%}>Detected that /cache/bin/pulumi-resource-kubernetes exited prematurely. \n       This is *always* a bug in the provider. Please report the issue to the provider author as appropriate.\n       To assist with debugging we have dumped the STDOUT and STDERR streams of the plugin:panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x38f07e1]\n\ngoroutine 329 [running]:\nk8s.io/apimachinery/pkg/apis/meta/v1/unstructured.(*Unstructured).GetName(...)\n\tk8s.io/apimachinery@v0.33.3/pkg/apis/meta/v1/unstructured/unstructured.go:251\ngithub.com/pulumi/pulumi-kubernetes/provider/v4/pkg/provider.(*kubeProvider).Create(0x10524ab5a4e0)\n\tgithub.com/pulumi/pulumi-kubernetes/provider/v4@v4.0.0-20260115033456-f47bc2d6f199/pkg/provider/provider.go:1695 +0xe01\n<{%reset%}>`,
);
const cut = (name: string) =>
  said(
    'rpc error: code = Unavailable desc = error reading from server: EOF',
    `urn:pulumi:s::egov::core/v1:Pod::${name}`,
  );
const PANIC = 'panic: runtime error: invalid memory address or nil pointer dereference (provider.go:1695)';

test('a provider that crashes is told as that, in a line', () =>
  expect(problems([cut('a'), crash, cut('b'), said('update failed')])).toEqual([
    `ENGINE_CRASHED hebei-extranet · Pulumi's provider of Kubernetes crashed: ${PANIC}; 2 calls of it had no end`,
  ]));

test.each([
  'error reading from server: EOF',
  'error reading from server: read tcp 127.0.0.1:38666->127.0.0.1:40961: read: connection reset by peer',
  'connection error: desc = "transport: Error while dialing: dial tcp 127.0.0.1:39539: connect: connection refused"',
  'connection error: desc = "error reading server preface: read tcp 127.0.0.1:1->127.0.0.1:2: read: connection reset by peer"',
  'rpc error: code = Unavailable desc = transport is closing',
])('so is one that is killed, of which calls say: %s', (why) =>
  expect(problems([said(why, 'urn:a'), said(why, 'urn:b')])).toEqual([
    "ENGINE_CRASHED hebei-extranet · Pulumi's provider of Kubernetes crashed: it does not say why; 2 calls of it had no end",
  ]),
);

test('an API server that says so of its etcd has answered', () => {
  const why = 'created by the Kubernetes API server: rpc error: code = Unavailable desc = transport is closing';
  expect(problems([said(why)])).toEqual([`ENGINE_REFUSED hebei-extranet · Pulumi says: ${why}`]);
});

test('what it said is told without secrets, and in Chinese too', () => {
  const error = refusedBy({
    error: failed('code: 255'),
    events: [
      said('provider exited prematurely:panic: bad token sesame-sesame; goroutine 1'),
    ] as unknown as EngineEvent[],
    stack,
    command: 'up',
    surroundings: { OS_PASSWORD: 'sesame-sesame' },
    interrupted: false,
  });
  const [problem] = (error as ProblemsError).problems;
  expect(problem?.code).toBe('ENGINE_CRASHED');
  expect(JSON.stringify(problem)).not.toContain('sesame');
  const [silent] = (
    refusedBy({
      error: failed(''),
      events: [cut('a')] as unknown as EngineEvent[],
      stack,
      command: 'up',
      surroundings: {},
      interrupted: false,
    }) as ProblemsError
  ).problems;
  expect(silent?.message.zh).toBe('Pulumi 的 Kubernetes provider 崩溃：未说明原因；1 次调用未结束');
});

test('one that crashes because its server goes away is told with the server', () =>
  expect(problems([gone('a', 'EOF'), crash, cut('b')])).toEqual([
    "CLUSTER_UNREACHABLE hebei-extranet · https://10.20.0.8:6443 does not answer: EOF; Pulumi's provider of Kubernetes crashed over it",
  ]));

test('what the server refused is told beside that it went away', () =>
  expect(
    problems([
      said('quota exceeded', 'urn:pulumi:hebei-extranet::egov::kubernetes:core/v1:Pod::a/b'),
      gone('a', 'dial tcp 10.20.0.8:6443: connect: connection refused'),
    ]).map((one) => one.split(' · ')[0]),
  ).toEqual(['CLUSTER_UNREACHABLE hebei-extranet', 'ENGINE_REFUSED hebei-extranet core/v1:Pod a/b']));

test('who interrupted it is told that, whatever else was said', () =>
  expect(problems([gone('a', 'EOF')], { interrupted: true })).toEqual([
    'ENGINE_INTERRUPTED hebei-extranet · pulumi up was stopped before its end',
  ]));

test('a wrong passphrase is told as such', () =>
  expect(problems([], { error: failed('error: incorrect passphrase') })).toEqual([
    'STATE_PASSPHRASE hebei-extranet · the passphrase is not that of this state',
  ]));

test('an error that is not of Pulumi comes back as it is', () => {
  const error = new TypeError('ours');
  expect(refusedBy({ error, events: [], stack, command: 'up', surroundings: {}, interrupted: false })).toBe(error);
});
