import type { Difference, WrittenEnvironment } from '../../../support/environment-builder';
import { merged, problemsOf, said } from '../../../support/environment-builder';
import { image, onKubernetes, REGISTRY } from '../../../support/kubernetes-fixture';

type Change = Difference<WrittenEnvironment>;
const WORKLOADS = 'tenants/finance/systems/budget/kubernetes/workloads';

const change = (difference: unknown): Change => merged(onKubernetes, difference) as Change;
/** `CODE place · message` of every problem of the small environment with clusters and a change. */
const told = (difference: unknown) => said(change(difference)).map((one) => one.split(' · ').slice(0, 2).join(' · '));
const desk = (difference: unknown) => ({
  tenants: { finance: { systems: { budget: { kubernetes: { workloads: { desk: difference } } } } } },
});

test('a cloud with a cluster has no problem', () => expect(told({})).toEqual([]));

test('a cluster is in a plane that there is, and that departments have systems in', () =>
  expect(
    told({
      kubernetes: {
        clusters: {
          nowhere: onKubernetes.kubernetes.clusters.extranet,
          storage: {
            ...onKubernetes.kubernetes.clusters.extranet,
            api: ['10.98.0.8/32'],
            nodes: ['10.98.1.0/24'],
            nodePools: {},
          },
        },
      },
    }),
  ).toEqual([
    'REFERENCE_UNKNOWN kubernetes/clusters/nowhere · there is no plane nowhere',
    'KUBE_PLANE kubernetes/clusters/storage · a cluster is declared in storage, a plane of role storage',
  ]));

test('a workload is in a plane that has a cluster', () =>
  expect(told(desk({ plane: 'internet', reaches: {} }))).toEqual([
    `KUBE_CLUSTER_NONE ${WORKLOADS}/desk · finance/budget/desk is in plane internet, which has no cluster`,
  ]));

test('without kubernetes.yaml every workload is a problem', () =>
  expect(said({ tenants: onKubernetes.tenants }).map((one) => one.split(' ')[0])).toEqual([
    'KUBE_CLUSTER_NONE',
    'KUBE_CLUSTER_NONE',
  ]));

test.each([
  ['finance/desk:1', 'it names no registry'],
  [`${REGISTRY}/finance/desk:1`, 'it has no digest: its tag may be another image tomorrow'],
  [`${REGISTRY}/finance/desk@sha256:12`, 'its digest is not sha256 with 64 hexadecimal digits'],
  [image('finance/desk').replace(REGISTRY, 'docker.example'), `it is not of ${REGISTRY}`],
  [`${image('Finance/desk')}`, 'it is no reference of an image'],
])('image %s: %s', (wrong, why) =>
  expect(told(desk({ image: wrong }))).toEqual([
    `KUBE_IMAGE ${WORKLOADS}/desk/image · finance/budget/desk runs ${wrong}: ${why}`,
  ]),
);

test('labels are such as the API server takes, and leave ours alone', () =>
  expect(told(desk({ labels: { office: '财政局', '': 'x', mlps: '2' } }))).toEqual([
    `KUBE_LABEL ${WORKLOADS}/desk/labels/ · finance/budget/desk: Kubernetes takes no label named `,
    `KUBE_LABEL ${WORKLOADS}/desk/labels/mlps · finance/budget/desk sets the label mlps, which follows from its keys`,
    `KUBE_LABEL ${WORKLOADS}/desk/labels/office · finance/budget/desk: Kubernetes takes no label office with the value 财政局`,
  ]));

test('a quota holds all pods and one more of each workload', () => {
  const quota = (cpu: number) => ({
    tenants: { finance: { systems: { budget: { kubernetes: { quota: { cpu } } } } } },
  });
  // Two workloads of at most six pods, 250m each: 2 × 7 × 250m = 3500m.
  expect(told(quota(4)).filter((one) => one.includes('requests'))).toEqual([]);
  expect(told(quota(3)).filter((one) => one.includes('requests'))).toEqual([
    'KUBE_QUOTA tenants/finance/systems/budget/kubernetes · namespace finance-budget-prod may have 3 of CPU requests, its workloads ask for 3500m',
  ]);
});

test('requests are below limits, and limits below the most of a container', () =>
  expect(
    told(desk({ requests: { cpu: '2' }, limits: { cpu: '1', memory: '17Gi' } })).filter((one) =>
      one.startsWith('KUBE_SIZE'),
    ),
  ).toEqual([
    `KUBE_SIZE ${WORKLOADS}/desk · finance/budget/desk asks for 2 of CPU, above 1`,
    `KUBE_SIZE ${WORKLOADS}/desk · finance/budget/desk asks for 17Gi of memory, above 16Gi`,
  ]));

test('a system in production is two pods at least, and no more at least than at most', () => {
  const at = `KUBE_REPLICAS ${WORKLOADS}/desk/replicas`;
  expect(told(desk({ replicas: { least: 1, most: 3 } }))).toEqual([
    `${at} · finance/budget/desk may be 1 pod(s), its level needs 2`,
  ]);
  expect(told(desk({ replicas: { least: 4, most: 3 } }))).toEqual([
    `${at} · finance/budget/desk has at least 4 pods and at most 3`,
  ]);
});

test('a workload needs a node pool of its level, and one of level 4 a pool of its own', () => {
  const none = { kubernetes: { clusters: { extranet: { nodePools: { business: { mlps: 2 } } } } } };
  expect(told(none)).toEqual(
    ['desk', 'jobs'].map(
      (name) =>
        `KUBE_POOL ${WORKLOADS}/${name} · no node pool of cluster extranet takes finance/budget/${name} of level 3`,
    ),
  );
  const four = {
    mlps: 4,
    pools: { 'extranet-arm': { mlps: 4 } },
    ...{ tenants: { finance: { systems: { budget: { mlps: 4 } } } } },
  };
  const pools = told(four).filter((one) => one.startsWith('KUBE_POOL'));
  expect(pools[0]).toBe(
    `KUBE_POOL ${WORKLOADS}/desk · no node pool of cluster extranet takes finance/budget/desk of level 4`,
  );
});

test('pods reach what is there, in their plane and stage, with a port, and others with a grant', () => {
  const to = (reach: object) => told(desk({ reaches: { db: undefined, other: { purpose: 'x', ...reach } } }));
  const at = `${WORKLOADS}/desk/reaches/other`;
  expect(to({ to: 'nothing' })).toEqual([`REFERENCE_UNKNOWN ${at} · there is no workload or tier nothing`]);
  expect(to({ to: 'web', port: 80 })).toEqual([
    `KUBE_REACH ${at} · finance/budget/desk may not reach web: it is in another plane`,
  ]);
  expect(to({ to: 'db' })).toEqual([`KUBE_REACH ${at} · finance/budget/desk may not reach db: a tier names no port`]);
  expect(to({ to: 'health/archive/db', port: 5432 })).toEqual([
    `FLOW_GRANT ${at} · finance/budget/desk reaches health/archive/db of health without a grant`,
  ]);
  expect(to({ to: 'health/archive/db', port: 5432, grant: { id: 'G-1', until: '2027-12-31' } })).toEqual([]);
});

test('a front end talks to the centre of the exchange, which must be known, and to nobody else', () => {
  expect(told(desk({ role: 'front-end', entry: undefined }))).toEqual([
    `KUBE_EXCHANGE ${WORKLOADS}/desk · finance/budget/desk is a front end, and kubernetes.yaml names no centre`,
    `KUBE_REACH ${WORKLOADS}/desk/reaches/db · finance/budget/desk may not reach db: a front end talks to the centre only`,
  ]);
});

test('the three administrators are three groups', () =>
  expect(told({ kubernetes: { administrators: { system: 'a', security: 'a', audit: 'b' } } })).toEqual([
    'KUBE_ADMINISTRATORS kubernetes/administrators · group a is security and system administrator',
  ]));

test('what Magnum makes is described, and what exists is not', () =>
  expect(told({ kubernetes: { clusters: { extranet: { source: 'magnum' } } } })).toEqual([
    'KUBE_MAGNUM kubernetes/clusters/extranet · cluster extranet is to be made by Magnum, and `magnum` is missing',
  ]));

test('two systems cannot have one namespace', () => {
  const workloads = { app: { plane: 'extranet', image: image('x') } };
  const system = { name: 'x', mlps: 3, tiers: {}, kubernetes: { workloads } };
  const tenants = {
    a: { name: 'a', systems: { 'b-c': system } },
    'a-b': { name: 'a-b', systems: { c: system } },
  };
  expect(told({ tenants })).toEqual([
    'NAME_TAKEN tenants/a-b/systems/c/kubernetes · the namespace a-b-c-prod is also that of a/b-c',
  ]);
});

test('an entry is below the domain of the cloud, and has a name of its own', () => {
  const at = `${WORKLOADS}/desk/entry/host`;
  expect(told(desk({ entry: { host: 'desk.example' } }))).toEqual([
    `ENTRY_HOST ${at} · desk.example does not end with .suizhou.gov.example`,
  ]);
  expect(told(desk({ entry: { host: 'budget.suizhou.gov.example' } }))).toEqual([
    `NAME_TAKEN ${at} · host budget.suizhou.gov.example is also that of finance/budget/web`,
  ]);
});

test('everything that is wrong is told at once, in both languages', () => {
  const problems = problemsOf(
    change({
      ...desk({ image: 'x', labels: { office: '财政局' }, replicas: { least: 1, most: 2 } }),
      kubernetes: { administrators: { system: 'a', security: 'a', audit: 'b' }, groups: { nobody: 'g' } },
    }),
  );
  expect(problems.map(({ code }) => code).sort()).toEqual([
    'KUBE_ADMINISTRATORS',
    'KUBE_IMAGE',
    'KUBE_LABEL',
    'KUBE_REPLICAS',
    'REFERENCE_UNKNOWN',
  ]);
  for (const { message, fix } of problems)
    for (const words of [message.zh, fix.zh]) expect(words).toMatch(/[\u4e00-\u9fff]|least/);
});

test('a workload and a tier of one system have different names, since an edge may end at either', () =>
  expect(
    told({
      tenants: {
        finance: {
          systems: { budget: { kubernetes: { workloads: { db: { plane: 'extranet', image: image('x') } } } } },
        },
      },
    }),
  ).toEqual([`NAME_TAKEN ${WORKLOADS}/db · workload db is also a tier of the system`]));
