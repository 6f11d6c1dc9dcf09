import { KUBE_ADMINISTRATORS } from '../problems/kubernetes-problems';
import { sortedEntries } from '../stable-hash';
import type { ClusterPlace, WrittenKubernetes } from './decide-cluster-places';
import type { Decision } from './decision';
import type { GuardrailsDesign } from './guardrails-design';
import { kubernetesLevel } from './kubernetes-levels';

/** Namespaces that every cluster has. */
const STANDING = ['kube-node-lease', 'kube-public', 'kube-system'];

const PRIORITIES = [
  { name: 'egov-high', value: 100_000, description: 'systems of high importance' },
  { name: 'egov-normal', value: 10_000, description: 'all other systems' },
] as const;

/** What holds for a whole cluster. `platform` are the namespaces of the platform in it. */
export function decideGuardrails(
  decision: Decision,
  kubernetes: WrittenKubernetes,
  { plane, mlps }: ClusterPlace,
  platform: readonly string[],
): GuardrailsDesign {
  const refused = kubernetesLevel(mlps).nodePorts === 'refused' || plane.role === 'internet';
  const { system, security, audit } = kubernetes.administrators;
  return {
    plane: plane.key,
    imagePrefix: `${kubernetes.registry}/`,
    nodePorts: refused ? 'refused' : 'admitted',
    podSecurity: mlps >= 3 ? ['restricted', 'baseline'] : ['baseline', 'restricted'],
    labels: ['adcode', 'data-class', 'dept', 'env', 'mlps', 'plane', 'system'],
    exempt: [...STANDING, ...platform].sort(),
    priorities: PRIORITIES,
    ingressClass: { name: plane.key, controller: `k8s.io/ingress-nginx-${plane.key}` },
    storageClasses: sortedEntries(decision.values.volumeClasses)
      .filter(([, { encrypted }]) => encrypted)
      .map(([name]) => ({ name, type: name })),
    administrators: [
      { role: 'audit', group: audit },
      { role: 'security', group: security },
      { role: 'system', group: system },
    ],
  };
}

/** Who is administrator of two things is reported once for the whole cloud. */
export function checkAdministrators(decision: Decision, { administrators }: WrittenKubernetes): void {
  const groups = new Map<string, string[]>();
  for (const [role, group] of sortedEntries(administrators)) groups.set(group, [...(groups.get(group) ?? []), role]);
  for (const [group, roles] of groups)
    if (roles.length > 1)
      decision.report(KUBE_ADMINISTRATORS.at(decision.place('kubernetes', 'administrators'), { group, roles }));
}
