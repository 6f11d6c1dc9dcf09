import type { Fields } from '../../../../model/manifest-fields';
import type { PodIntent } from '../../../../model/pod-intent';
import { judgePods } from '../../../../proof/kubernetes/judge-pods';
import { PodReachability } from '../../../../proof/kubernetes/pod-reachability';
import { withPossiblePods } from '../../../../proof/kubernetes/possible-pods';
import { readPodWorld } from '../../../../proof/kubernetes/read-pod-world';

const DB = '10.16.4.0/24';
const namespace = (name: string): Fields => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
const pod = (space: string, app: string): Fields => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: app, namespace: space, labels: { app } },
});
const policy = (space: string, name: string, spec: Fields): Fields => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace: space },
  spec,
});
const named = (space: string, app: string): Fields => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': space } },
  podSelector: { matchLabels: { app } },
});
const deny = (space: string) => policy(space, 'default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
const PORTS = [{ protocol: 'TCP', port: 443 }];
const OUT = policy('finance', 'to-api', {
  podSelector: { matchLabels: { app: 'web' } },
  policyTypes: ['Egress'],
  egress: [
    { to: [named('health', 'api')], ports: PORTS },
    { to: [{ ipBlock: { cidr: DB } }], ports: [{ protocol: 'TCP', port: 5432 }] },
  ],
});
const IN = policy('health', 'from-web', {
  podSelector: { matchLabels: { app: 'api' } },
  ingress: [{ from: [named('finance', 'web')], ports: PORTS }],
});
const CLUSTER = [
  ...['finance', 'health'].flatMap((space) => [namespace(space), deny(space)]),
  pod('finance', 'web'),
  pod('health', 'api'),
];

const port = (at: number) => [{ protocol: 'TCP' as const, from: at, to: at }];
const web = { namespace: 'finance', labels: { app: 'web' } };
const INTENT: PodIntent = {
  cluster: 'hebei-extranet',
  tenants: { finance: 'finance', health: 'health' },
  flows: [
    {
      id: 'finance/web/api',
      from: web,
      to: { namespace: 'health', labels: { app: 'api' } },
      ports: port(443),
      asked: true,
      place: 'finance.yaml:9:1',
    },
    {
      id: 'finance/web/db',
      from: web,
      to: { blocks: [DB] },
      ports: port(5432),
      asked: true,
      place: 'finance.yaml:12:1',
    },
  ],
};

function judged(objects: readonly Fields[], intent = INTENT) {
  const placed = objects.map((object, i) => ({ object, place: `a.yaml:${i + 1}:1` }));
  const world = withPossiblePods(readPodWorld(placed, ['172.16.0.0/12']));
  return judgePods(new PodReachability(world, [DB]), intent);
}

const verdicts = (objects: readonly Fields[], intent = INTENT) =>
  Object.fromEntries(
    judged(objects, intent).map(({ id, verdict }) => [id.replace('PODS hebei-extranet ', ''), verdict]),
  );

const SOUND = {
  'TENANT finance': 'PROVED',
  'TENANT health': 'PROVED',
  'NOTHING-ELSE': 'PROVED',
  'FLOW finance/web/api': 'PROVED',
  'FLOW finance/web/db': 'PROVED',
};

describe('what must hold within a cluster', () => {
  it('is proved where policies admit what was declared, and nothing else', () => {
    expect(verdicts([...CLUSTER, OUT, IN])).toEqual(SOUND);
  });

  it('is violated by a namespace that denies nothing, with a packet that nobody declared', () => {
    const open = [
      ...CLUSTER.filter((one) => (one['metadata'] as Fields)['namespace'] !== 'health' || one['kind'] === 'Pod'),
      OUT,
      IN,
    ];
    const statements = judged(open);
    const nothingElse = statements.find(({ kind }) => kind === 'nothing-else');
    expect(verdicts(open)).toEqual({ ...SOUND, 'TENANT health': 'VIOLATED', 'NOTHING-ELSE': 'VIOLATED' });
    expect(nothingElse?.violations[0]?.because.en).toContain('passes, and nobody declared it');
  });

  it('is violated by a policy that is wider than the declaration, at its line', () => {
    const wide = policy('health', 'wide', { podSelector: {}, ingress: [{ from: [{ namespaceSelector: {} }] }] });
    const out = policy('finance', 'out', {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{ to: [named('health', 'api')] }],
    });
    const [finance] = judged([...CLUSTER, OUT, IN, wide, out]);
    expect([finance?.id, finance?.verdict]).toEqual(['PODS hebei-extranet TENANT finance', 'VIOLATED']);
    expect(finance?.violations[0]?.path.map(({ detail }) => detail)).toEqual([
      'NetworkPolicy finance/out allows',
      'NetworkPolicy health/wide allows',
    ]);
  });

  it('is violated where what was asked for does not pass, and says which side stops it', () => {
    expect(verdicts([...CLUSTER, OUT])).toEqual({ ...SOUND, 'FLOW finance/web/api': 'VIOLATED' });
    const flow = judged([...CLUSTER, OUT]).find(({ id }) => id.endsWith('finance/web/api'));
    expect([flow?.place, flow?.violations[0]?.path.at(-1)?.detail]).toEqual([
      'finance.yaml:9:1',
      'NetworkPolicy health/default-deny isolates, and no rule admits it',
    ]);
  });

  it('counts pods that nobody declared: whoever may make one takes no label that opens something', () => {
    const trap = policy('health', 'trap', { podSelector: { matchLabels: { debug: 'yes' } }, ingress: [{}] });
    const egress = policy('finance', 'trap', {
      podSelector: { matchLabels: { debug: 'yes' } },
      policyTypes: ['Egress'],
      egress: [{}],
    });
    expect(verdicts([...CLUSTER, OUT, IN, trap, egress])['TENANT health']).toBe('VIOLATED');
  });

  it('counts pods that need a label of a policy on one side and of a rule on the other', () => {
    const inward = policy('health', 'inward', {
      podSelector: { matchLabels: { role: 'store' } },
      ingress: [
        {
          from: [{ namespaceSelector: {}, podSelector: { matchExpressions: [{ key: 'batch', operator: 'Exists' }] } }],
        },
      ],
    });
    const outward = policy('finance', 'outward', {
      podSelector: { matchLabels: { job: 'export' } },
      policyTypes: ['Egress'],
      egress: [
        { to: [named('health', 'api')] },
        { to: [{ namespaceSelector: {}, podSelector: { matchLabels: { role: 'store' } } }] },
      ],
    });
    const found = judged([...CLUSTER, OUT, IN, inward, outward]).find(({ kind }) => kind === 'nothing-else');
    expect([found?.verdict, found?.violations[0]?.from]).toEqual([
      'VIOLATED',
      'finance/any pod with batch=, job=export',
    ]);
    expect(found?.violations[0]?.to).toContain('role=store');
  });

  it('is unknown while something is not understood', () => {
    const foreign = {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: { name: 'x', namespace: 'health' },
    };
    const statements = judged([...CLUSTER, OUT, IN, foreign]);
    expect(new Set(statements.map(({ verdict }) => verdict))).toEqual(new Set(['UNKNOWN']));
    expect(statements[0]?.missing).toEqual([
      { place: 'a.yaml:9:1', assumption: 'CiliumNetworkPolicy x of cilium.io/v2' },
    ]);
  });
});
