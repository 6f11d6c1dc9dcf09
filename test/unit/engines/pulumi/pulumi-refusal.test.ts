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

test.each([
  'unexpected EOF',
  'http2: client connection lost',
  'http2: client connection force closed via ClientConn.Close',
  'http2: server sent GOAWAY and closed the connection; LastStreamID=7, ErrCode=NO_ERROR, debug=""',
  'http: server closed idle connection',
  'write tcp 127.0.0.1:46666->10.20.0.8:6443: write: broken pipe',
  'write tcp 127.0.0.1:46666->10.20.0.8:6443: use of closed network connection',
  'net/http: TLS handshake timeout',
  'dial tcp 10.20.0.8:6443: connect: no route to host',
  'apiserver is shutting down',
])('so it is where the connection ends with: %s', (why) =>
  expect(problems([gone('a', why)])).toEqual([
    `CLUSTER_UNREACHABLE hebei-extranet · https://10.20.0.8:6443 does not answer: ${why}`,
  ]),
);

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
