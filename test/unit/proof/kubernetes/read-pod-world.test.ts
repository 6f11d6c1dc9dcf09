import type { Fields } from '../../../../model/manifest-fields';
import { PodReachability } from '../../../../proof/kubernetes/pod-reachability';
import { readPodWorld } from '../../../../proof/kubernetes/read-pod-world';
import { servicesText } from '../../../../proof/packets/service-line';

const at = (...objects: readonly Fields[]) => objects.map((object, i) => ({ object, place: `a.yaml:${i + 1}:1` }));
const namespace = (name: string): Fields => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
const policy = (spec: Fields): Fields => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'p', namespace: 'shop' },
  spec,
});
const doubts = (...objects: readonly Fields[]) => readPodWorld(at(namespace('shop'), ...objects)).doubts;

describe('what is not understood in a cluster', () => {
  it.each<[string, Fields, string]>([
    ['a port of 0', { podSelector: {}, ingress: [{ ports: [{ port: 0 }] }] }, 'ports 0–0'],
    ['a port of 65536', { podSelector: {}, ingress: [{ ports: [{ port: 65_536 }] }] }, 'ports 65536–65536'],
    ['a range upside down', { podSelector: {}, egress: [{ ports: [{ port: 9, endPort: 8 }] }] }, 'ports 9–8'],
    ['another protocol', { podSelector: {}, ingress: [{ ports: [{ protocol: 'ICMP' }] }] }, 'protocol ICMP'],
    [
      'a block that is none',
      { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/99' } }] }] },
      'address block 10.0.0.0/99',
    ],
    [
      'an operator of another API',
      { podSelector: { matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] } },
      'matchExpressions with operator Gt',
    ],
    [
      'a field of a newer API',
      { podSelector: {}, ingress: [{ from: [{ serviceAccountSelector: {} }] }] },
      'peer.serviceAccountSelector',
    ],
  ])('%s is a doubt about its policy', (_, spec, what) => {
    expect(doubts(policy(spec))).toEqual([{ place: 'a.yaml:2:1', what: `NetworkPolicy shop/p: ${what}` }]);
  });

  it('a policy of another maker is a doubt, for it may admit what ours refuse', () => {
    const foreign = {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: { name: 'x', namespace: 'shop' },
    };
    expect(doubts(foreign)).toEqual([{ place: 'a.yaml:2:1', what: 'CiliumNetworkPolicy x of cilium.io/v2' }]);
  });

  it('a namespace that is not among the manifests has labels that nobody knows', () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'elsewhere' } };
    expect(doubts(pod)).toEqual([{ place: 'a.yaml:2:1', what: 'the labels of namespace elsewhere' }]);
  });

  it('nodes and domain names as peers are doubts', () => {
    const admin: Fields = {
      apiVersion: 'policy.networking.k8s.io/v1alpha1',
      kind: 'AdminNetworkPolicy',
      metadata: { name: 'guard' },
      spec: { priority: 1, subject: { namespaces: {} }, egress: [{ action: 'Deny', to: [{ nodes: {} }] }] },
    };
    expect(doubts(admin)).toEqual([{ place: 'a.yaml:2:1', what: 'AdminNetworkPolicy guard: peer.nodes' }]);
  });
});

describe('a ClusterNetworkPolicy', () => {
  it('is read as the policies that it takes the place of', () => {
    const world = readPodWorld(
      at(
        { ...namespace('shop'), metadata: { name: 'shop', labels: { dept: 'shop' } } },
        { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'shop', labels: { app: 'a' } } },
        { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'b', namespace: 'shop', labels: { app: 'b' } } },
        {
          apiVersion: 'policy.networking.k8s.io/v1alpha2',
          kind: 'ClusterNetworkPolicy',
          metadata: { name: 'guard' },
          spec: {
            tier: 'Admin',
            priority: 1,
            subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: 'b' } } } },
            ingress: [
              {
                action: 'Accept',
                from: [{ namespaces: { matchLabels: { dept: 'shop' } } }],
                protocols: [{ tcp: { destinationPort: { number: 443 } } }],
              },
              {
                action: 'Accept',
                from: [{ namespaces: {} }],
                protocols: [{ udp: { destinationPort: { range: { start: 1, end: 9 } } } }],
              },
              { action: 'Deny', from: [{ namespaces: {} }] },
            ],
          },
        },
      ),
    );
    expect(world.doubts).toEqual([]);
    const reach = new PodReachability(world);
    const [a, b] = reach.line.classes.all as [never, never];
    const text = (from: never, to: never) => servicesText(reach.line.algebra.lines, reach.between(from, to, 'must'));
    expect([text(a, b), text(b, a)]).toEqual(['tcp/443, udp/1-9', 'tcp, udp, sctp']);
  });
});
