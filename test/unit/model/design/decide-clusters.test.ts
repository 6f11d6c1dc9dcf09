import type { ClusterDesign } from '../../../../model/design/cluster-design';
import { designEnvironment } from '../../../../model/design/design-environment';
import type { Difference, WrittenEnvironment } from '../../../support/environment-builder';
import { environment, merged } from '../../../support/environment-builder';
import { image, onKubernetes } from '../../../support/kubernetes-fixture';

function cluster(difference: unknown = {}): ClusterDesign {
  const written = merged(onKubernetes, difference) as Difference<WrittenEnvironment>;
  return designEnvironment(environment(written, 'guangxi/small')).clusters?.[0] as ClusterDesign;
}

test('a cloud without kubernetes.yaml has no part of its design for it', () =>
  expect(Object.keys(designEnvironment(environment()))).not.toContain('clusters'));

test('a cluster has the name of its environment and plane, and says so itself', () => {
  const { key, stack, context, identity, source } = cluster();
  expect({ key, stack, context, identity, source }).toEqual({
    key: 'extranet',
    stack: 'guangxi-small-extranet',
    context: 'guangxi-small-extranet',
    identity: { environment: 'guangxi/small', plane: 'extranet' },
    source: 'existing',
  });
});

test('a system gets a namespace with the labels of the cloud and the profile of its level, pinned', () => {
  const [namespace, ...more] = cluster().namespaces;
  expect(more).toEqual([]);
  expect(namespace).toMatchObject({
    name: 'finance-budget-prod',
    labels: {
      adcode: '421300',
      'app.kubernetes.io/managed-by': 'egov',
      'data-class': 'internal',
      dept: 'finance',
      env: 'prod',
      mlps: '3',
      plane: 'extranet',
      system: 'budget',
      'pod-security.kubernetes.io/audit': 'restricted',
      'pod-security.kubernetes.io/audit-version': 'v1.34',
      'pod-security.kubernetes.io/enforce': 'restricted',
      'pod-security.kubernetes.io/enforce-version': 'v1.34',
      'pod-security.kubernetes.io/warn': 'restricted',
      'pod-security.kubernetes.io/warn-version': 'v1.34',
    },
    annotations: { 'egov/department': '财政局', 'egov/system': '预算管理' },
    group: 'egov:finance',
    quota: {
      'limits.cpu': '32',
      'limits.memory': '64Gi',
      pods: '60',
      'requests.cpu': '16',
      'requests.memory': '32Gi',
      'requests.storage': '500Gi',
      'services.loadbalancers': '0',
      'services.nodeports': '0',
    },
  });
});

test('what is declared becomes a policy, and nothing else passes', () => {
  const policies = cluster().namespaces[0]?.policies.map(({ place: _, ...one }) => one) ?? [];
  expect(policies.map(({ name }) => name)).toEqual([
    'default-deny-all',
    'allow-dns',
    'allow-same-app',
    'desk-entry',
    'desk-to-db',
  ]);
  expect(policies[0]).toEqual({ name: 'default-deny-all', pods: {}, ingress: [], egress: [] });
  expect(policies[3]).toEqual({
    name: 'desk-entry',
    pods: { 'app.kubernetes.io/name': 'desk' },
    ingress: [
      {
        peers: [{ namespaces: { 'kubernetes.io/metadata.name': 'egov-ingress' }, pods: {} }],
        ports: [{ protocol: 'TCP', port: 8080 }],
      },
    ],
    purpose: 'users of desk.suizhou.gov.example',
  });
  expect(policies[4]).toEqual({
    name: 'desk-to-db',
    pods: { 'app.kubernetes.io/name': 'desk' },
    egress: [
      {
        peers: [{ block: expect.stringMatching(/^10\.16\./) }, { block: expect.stringMatching(/^2001:db8:16:/) }],
        ports: [{ protocol: 'TCP', port: 5432 }],
      },
    ],
    purpose: 'budget database',
  });
});

test('a workload of another department that is reached gets the other half of the edge', () => {
  const grant = { id: 'G-1', until: '2027-12-31' };
  const reaches = { figures: { to: 'finance/budget/jobs', purpose: 'figures', grant } };
  const workloads = { reader: { plane: 'extranet', image: image('health/reader'), reaches } };
  const { namespaces } = cluster({ tenants: { health: { systems: { archive: { kubernetes: { workloads } } } } } });
  const named = (name: string) => namespaces.find((one) => one.name === name)?.policies ?? [];
  expect(named('health-archive-prod').find(({ name }) => name === 'reader-to-figures')?.egress?.[0]?.peers).toEqual([
    {
      namespaces: { 'kubernetes.io/metadata.name': 'finance-budget-prod' },
      pods: { 'app.kubernetes.io/name': 'jobs' },
    },
  ]);
  expect(named('finance-budget-prod').find(({ name }) => name === 'jobs-from-health-archive-reader')?.ingress).toEqual([
    {
      peers: [
        {
          namespaces: { 'kubernetes.io/metadata.name': 'health-archive-prod' },
          pods: { 'app.kubernetes.io/name': 'reader' },
        },
      ],
      ports: [{ protocol: 'TCP', port: 8080 }],
    },
  ]);
});

test('a front end reaches the centre of the exchange, is reached by it, and by nobody else', () => {
  const { namespaces } = cluster({
    kubernetes: { exchange: { centre: 'health/archive/app', port: 8443 } },
    tenants: { finance: { systems: { budget: { kubernetes: { workloads: { jobs: { role: 'front-end' } } } } } } },
  });
  const own = namespaces[0]?.policies.filter(({ pods }) => pods['app.kubernetes.io/name'] === 'jobs') ?? [];
  expect(own.map(({ name }) => name)).toEqual(['jobs-centre']);
  const [centre] = own;
  expect(centre?.egress?.[0]?.ports).toEqual([{ protocol: 'TCP', port: 8443 }]);
  expect(centre?.egress?.[0]?.peers).toEqual(centre?.ingress?.[0]?.peers);
  expect(centre?.egress?.[0]?.peers[0]).toEqual({ block: expect.stringMatching(/^10\.16\./) });
});

test('a system of level 4 runs on nodes of its own, which no other level is let onto', () => {
  const nodePools = { own: { mlps: 4, nodes: 3, pool: 'extranet-arm', flavor: 'c8m32' } };
  const { workloads, nodePools: pools } = cluster({
    mlps: 4,
    pools: { 'extranet-arm': { mlps: 4 }, 'internet-x86': { mlps: 4 } },
    kubernetes: { clusters: { extranet: { nodePools } } },
    tenants: { finance: { systems: { budget: { mlps: 4 } } } },
  });
  expect(pools.map(({ key, taint }) => [key, taint])).toEqual([
    ['business', undefined],
    ['own', { key: 'egov/mlps', value: '4' }],
  ]);
  expect(workloads.map(({ nodes, toleration, replicas }) => [nodes['egov/pool'], toleration?.value, replicas])).toEqual(
    [
      ['own', '4', { least: 3, most: 9, available: 2 }],
      ['own', '4', { least: 3, most: 9, available: 2 }],
    ],
  );
});

test('NodePorts are refused in the internet plane at every level, in the extranet from level 3 on', () => {
  const at = (mlps: number) =>
    cluster({
      kubernetes: { clusters: { extranet: { mlps } } },
      tenants: { finance: { systems: { budget: { kubernetes: undefined } } } },
    }).guardrails.nodePorts;
  expect([at(2), at(3)]).toEqual(['admitted', 'refused']);
});

test('a renamed system keeps its namespace, since Kubernetes renames none', () => {
  const moved = [{ from: 'tenants/money', to: 'tenants/finance', on: '2026-11-01' }];
  expect(cluster({ moved }).namespaces.map(({ name }) => name)).toEqual(['money-budget-prod']);
});
