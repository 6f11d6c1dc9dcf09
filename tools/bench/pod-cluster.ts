import type { PlacedObject } from '../../proof/kubernetes/read-pod-world';

export interface PodClusterSize {
  readonly pods: number;
  readonly policies: number;
}

/** Pods of one namespace: a department's system in one stage. */
const PODS = 50;

/**
 * Manifests of a cluster with departments as tenants: each namespace denies by default and admits DNS, its own
 * applications and a few edges to others; the rest of the policies are edges between applications of random namespaces.
 * The same size gives the same manifests.
 */
export function podCluster({ pods, policies }: PodClusterSize): readonly PlacedObject[] {
  const random = mulberry(pods + policies);
  const pick = (n: number) => Math.floor(random() * n);
  const spaces = Math.ceil(pods / PODS);
  const objects: object[] = [];
  for (let i = 0; i < spaces; i++) {
    const labels = { dept: `dept-${i % 40}`, env: i % 3 === 0 ? 'test' : 'prod', mlps: String(2 + (i % 2)) };
    objects.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: `ns-${i}`, labels } });
  }
  for (let i = 0; i < pods; i++) {
    const labels = { app: `app-${i % 10}`, tier: ['web', 'app', 'db'][i % 3], release: String(i % 20) };
    const ports = [{ name: 'http', containerPort: 8080 }];
    objects.push({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `pod-${i}`, namespace: `ns-${Math.floor(i / PODS)}`, labels },
      spec: { containers: [{ name: 'main', ports: i % 3 === 0 ? ports : [] }] },
    });
  }
  const policy = (i: number, namespace: string, spec: object) =>
    objects.push({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: `p-${i}`, namespace },
      spec,
    });
  for (let i = 0; i < policies; i++) {
    const namespace = `ns-${i % spaces}`;
    const app = { matchLabels: { app: `app-${pick(10)}` } };
    switch (Math.floor(i / spaces)) {
      case 0:
        policy(i, namespace, { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
        break;
      case 1:
        policy(i, namespace, {
          podSelector: {},
          policyTypes: ['Egress'],
          egress: [DNS, { to: [{ podSelector: {} }] }],
        });
        break;
      case 2:
        policy(i, namespace, { podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] });
        break;
      default: {
        const other = { namespaceSelector: { matchLabels: { dept: `dept-${pick(40)}` } }, podSelector: app };
        const ports = [
          { port: i % 2 === 0 ? 'http' : 5432 },
          { protocol: 'UDP', port: 1000 + pick(50), endPort: 1100 },
        ];
        if (i % 2 === 0) policy(i, namespace, { podSelector: app, ingress: [{ from: [other], ports }] });
        else policy(i, namespace, { podSelector: app, policyTypes: ['Egress'], egress: [{ to: [other], ports }] });
      }
    }
  }
  return objects.map((object, i) => ({ object: object as PlacedObject['object'], place: `cluster.yaml:${i + 1}:1` }));
}

const DNS = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
  ports: [{ protocol: 'UDP', port: 53 }, { port: 53 }],
};

/** Numbers in [0, 1) that a seed decides. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
