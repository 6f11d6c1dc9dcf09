import fc from 'fast-check';
import type { Fields } from '../../../../model/manifest-fields';

/** Manifests of a small cluster: few labels, few ports, so that rules meet pods often. */
export interface Cluster {
  readonly namespaces: readonly Fields[];
  readonly pods: readonly Fields[];
  readonly policies: readonly Fields[];
  readonly adminPolicies: readonly Fields[];
}

export interface ClusterShape {
  /** Two administrators' policies may share a priority. */
  readonly equalPriorities: boolean;
  /** Some pods share their node's network. */
  readonly hostNetwork: boolean;
}

const name = fc.constantFrom('a', 'b', 'c');
const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('x', 'y'), { maxKeys: 2 });
const expression = fc.oneof(
  fc.record({
    key: fc.constantFrom('app', 'tier'),
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ key: fc.constantFrom('app', 'tier'), operator: fc.constantFrom('Exists', 'DoesNotExist') }),
);
const selector = fc.oneof(
  fc.constant({}),
  labels.map((matchLabels) => ({ matchLabels })),
  fc.array(expression, { minLength: 1, maxLength: 2 }).map((matchExpressions) => ({ matchExpressions })),
);
const block = fc.constantFrom(
  { cidr: '192.0.2.0/24' },
  { cidr: '192.0.2.0/24', except: ['192.0.2.128/25'] },
  { cidr: '0.0.0.0/1' },
  { cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] },
);
const protocol = fc.constantFrom('TCP', 'UDP', 'SCTP');
const port = fc.oneof(
  fc.record({ protocol, port: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: ['port'] }),
  fc.record({ protocol, port: fc.integer({ min: 1, max: 3 }), endPort: fc.integer({ min: 3, max: 5 }) }),
  fc.record({ protocol }),
  fc.record({ protocol, port: fc.constantFrom('http', 'db') }, { requiredKeys: ['port'] }),
);
const peer = fc.oneof(
  fc.record({ podSelector: selector }),
  fc.record({ namespaceSelector: selector }),
  fc.record({ namespaceSelector: selector, podSelector: selector }),
  block.map((ipBlock) => ({ ipBlock })),
);
const rule = (side: 'from' | 'to') =>
  fc.record(
    { [side]: fc.array(peer, { maxLength: 2 }), ports: fc.array(port, { maxLength: 2 }) },
    { requiredKeys: [] },
  );
const networkPolicy = fc
  .record({
    namespace: name,
    podSelector: selector,
    policyTypes: fc.constantFrom(undefined, ['Ingress'], ['Egress'], ['Ingress', 'Egress']),
    ingress: fc.option(fc.array(rule('from'), { maxLength: 2 }), { nil: undefined }),
    egress: fc.option(fc.array(rule('to'), { maxLength: 2 }), { nil: undefined }),
  })
  .map(({ namespace, ...spec }) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace },
    spec,
  }));

const namespaced = fc.record({ namespaceSelector: selector, podSelector: selector });
const adminPeer = fc.oneof(
  selector.map((namespaces) => ({ namespaces })),
  namespaced.map((pods) => ({ pods })),
);
const egressPeer = fc.oneof(
  adminPeer,
  fc.constantFrom({ networks: ['192.0.2.0/25'] }, { networks: ['2001:db8::/32', '192.0.2.64/26'] }),
);
const adminPort = fc.oneof(
  fc.record({ portNumber: fc.record({ protocol, port: fc.integer({ min: 1, max: 4 }) }) }),
  fc.record({ portRange: fc.record({ protocol, start: fc.constant(2), end: fc.integer({ min: 2, max: 4 }) }) }),
  fc.constantFrom({ namedPort: 'http' }, { namedPort: 'db' }),
);
const adminRule = (side: 'from' | 'to', actions: readonly string[]) =>
  fc.record(
    {
      action: fc.constantFrom(...actions),
      [side]: fc.array(side === 'to' ? egressPeer : adminPeer, { minLength: 1, maxLength: 2 }),
      ports: fc.array(adminPort, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['action', side] },
  );
const admin = (kind: string, actions: readonly string[]) =>
  fc.record({
    apiVersion: fc.constant('policy.networking.k8s.io/v1alpha1'),
    kind: fc.constant(kind),
    metadata: fc.constant({}),
    spec: fc.record({
      priority: fc.integer({ min: 0, max: 2 }),
      subject: fc.oneof(
        selector.map((namespaces) => ({ namespaces })),
        namespaced.map((pods) => ({ pods })),
      ),
      ingress: fc.array(adminRule('from', actions), { maxLength: 2 }),
      egress: fc.array(adminRule('to', actions), { maxLength: 2 }),
    }),
  });

const containerPort = fc.record(
  { name: fc.constantFrom('http', 'db'), protocol, containerPort: fc.integer({ min: 1, max: 5 }) },
  { requiredKeys: ['containerPort'] },
);
const pod = (hostNetwork: boolean) =>
  fc
    .record({
      namespace: name,
      labels,
      ports: fc.array(containerPort, { maxLength: 2 }),
      hostNetwork: hostNetwork ? fc.boolean() : fc.constant(false),
    })
    .map((one) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { namespace: one.namespace, labels: one.labels },
      spec: { hostNetwork: one.hostNetwork, containers: [{ name: 'main', ports: one.ports }] },
    }));

export function clusters(shape: ClusterShape): fc.Arbitrary<Cluster> {
  return fc
    .record({
      namespaces: fc.tuple(labels, labels, labels),
      pods: fc.array(pod(shape.hostNetwork), { minLength: 2, maxLength: 5 }),
      policies: fc.array(networkPolicy, { maxLength: 4 }),
      admins: fc.array(admin('AdminNetworkPolicy', ['Allow', 'Deny', 'Pass']), { maxLength: 3 }),
      baseline: fc.array(admin('BaselineAdminNetworkPolicy', ['Allow', 'Deny']), { maxLength: 1 }),
    })
    .map(({ namespaces, pods, policies, admins, baseline }) => ({
      namespaces: namespaces.map((own, i) => ({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: ['a', 'b', 'c'][i], labels: own },
      })),
      pods: pods.map((one, i) => named(one, `pod-${i}`)),
      policies: policies.map((one, i) => named(one, `policy-${i}`)),
      adminPolicies: [
        ...admins.map((one, i) =>
          named(shape.equalPriorities ? one : { ...one, spec: { ...one.spec, priority: i } }, `admin-${i}`),
        ),
        ...baseline.map((one) => named(one, 'default')),
      ],
    }));
}

function named(object: Fields, as: string): Fields {
  return { ...object, metadata: { ...(object['metadata'] as Fields), name: as } };
}
