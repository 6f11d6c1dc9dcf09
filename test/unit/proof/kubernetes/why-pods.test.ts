import type { Fields } from '../../../../model/manifest-fields';
import { PodReachability } from '../../../../proof/kubernetes/pod-reachability';
import { readPodWorld } from '../../../../proof/kubernetes/read-pod-world';
import { whyPods } from '../../../../proof/kubernetes/why-pods';
import { type IntervalSet, lowest } from '../../../../proof/packets/interval-set';
import { servicePoint } from '../../../../proof/packets/service-line';

const pod = (namespace: string, app: string): Fields => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: app, namespace, labels: { app } },
});
const policy = (name: string, spec: Fields): Fields => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace: 'health' },
  spec,
});
const admin = (priority: number, rule: Fields): Fields => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha1',
  kind: 'AdminNetworkPolicy',
  metadata: { name: `guard-${priority}` },
  spec: {
    priority,
    subject: { namespaces: { matchLabels: { 'kubernetes.io/metadata.name': 'health' } } },
    ingress: [rule],
  },
});
const NAMESPACES = ['finance', 'health'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
const PODS = [pod('finance', 'web'), pod('health', 'api')];
const DENY = policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
const EDGE = policy('from-finance', {
  podSelector: {},
  ingress: [{ from: [{ namespaceSelector: {} }], ports: [{ port: 443 }] }],
});

function why(objects: readonly Fields[], port: number, from: 'web' | string = 'web', to: 'api' | string = 'api') {
  const placed = [...NAMESPACES, ...PODS, ...objects].map((object, i) => ({ object, place: `a.yaml:${i + 1}:1` }));
  const reach = new PodReachability(readPodWorld(placed), ['203.0.113.1']);
  const end = (name: string) => {
    const pod = reach.line.classes.all.find((one) => one.labels['app'] === name);
    return pod ? reach.line.point(pod.index) : (lowest(reach.line.address(name) as IntervalSet) as number);
  };
  return whyPods(reach, end(from), end(to), servicePoint(6, port));
}

describe('one packet between pods', () => {
  it('passes where no policy is about either', () => {
    expect(why([], 443)).toEqual({
      verdict: 'passes',
      steps: [
        { what: 'sender', resource: 'finance/Pod/web', place: 'a.yaml:3:1', detail: 'no policy is about it' },
        { what: 'receiver', resource: 'health/Pod/api', place: 'a.yaml:4:1', detail: 'no policy is about it' },
      ],
      missing: [],
    });
  });

  it('is stopped by the policies that isolate the receiver', () => {
    const { verdict, block } = why([DENY, EDGE], 80);
    expect([verdict, block]).toEqual([
      'blocked',
      {
        what: 'receiver',
        resource: 'health/Pod/api',
        place: 'a.yaml:5:1',
        detail: 'NetworkPolicy health/default-deny, NetworkPolicy health/from-finance isolate, and no rule admits it',
      },
    ]);
  });

  it('is admitted by the policy whose rule matches', () => {
    const { verdict, steps } = why([DENY, EDGE], 443);
    expect([verdict, steps[1]?.place, steps[1]?.detail]).toEqual([
      'passes',
      'a.yaml:6:1',
      'NetworkPolicy health/from-finance allows',
    ]);
  });

  it('is decided by the administrator before, unless he passes the question on', () => {
    const to = { from: [{ namespaces: {} }] };
    const detail = (...rules: readonly Fields[]) =>
      why([DENY, EDGE, ...rules.map((rule, i) => admin(i, rule))], 443).block?.detail;
    expect(detail({ action: 'Deny', ...to })).toBe('AdminNetworkPolicy guard-0 denies');
    expect(detail({ action: 'Pass', ...to }, { action: 'Deny', ...to })).toBeUndefined();
    expect(detail({ action: 'Allow', ...to }, { action: 'Deny', ...to })).toBeUndefined();
  });

  it('to an address outside is the sender’s matter alone', () => {
    const { verdict, block } = why([DENY], 443, 'api', '203.0.113.1');
    expect([verdict, block?.what, block?.detail]).toEqual([
      'blocked',
      'sender',
      'NetworkPolicy health/default-deny isolates, and no rule admits it',
    ]);
  });

  it('is unknown where a block may hold the pods, and says so', () => {
    const block = policy('from-block', { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] });
    const { verdict, missing } = why([block], 443);
    expect(verdict).toBe('unknown');
    expect(missing).toEqual([
      'health/Pod/api: Kubernetes leaves it open: a block that may hold pods (`pods:` of the cluster says where they are), a pod in its node’s network, or two policies of one priority',
    ]);
  });

  it('is unknown beside a policy that nobody here can read', () => {
    const foreign = {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: { name: 'x', namespace: 'health' },
    };
    const { verdict, missing } = why([DENY, foreign], 80);
    expect([verdict, missing]).toEqual(['unknown', ['a.yaml:6:1: CiliumNetworkPolicy x of cilium.io/v2']]);
  });
});
