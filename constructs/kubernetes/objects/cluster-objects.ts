import type { ClusterDesign } from '../../../model/design/cluster-design';
import type { ClusterInputs } from '../../../model/design/cluster-inputs';
import { byKey } from '../../../model/stable-hash';
import { guardrailsObjects } from './guardrails-objects';
import type { KubernetesObject } from './kubernetes-object';
import { platformObjects } from './platform-objects';
import { supervisionObjects } from './supervision-objects';
import { tenantObjects } from './tenant-objects';
import { workloadObjects } from './workload-objects';

/** Every object of a cluster, as its stack of Pulumi makes them; what others in a namespace need comes first. */
export function clusterObjects(cluster: ClusterDesign, inputs: ClusterInputs): readonly KubernetesObject[] {
  const { guardrails, services, namespaces, workloads, supervision } = cluster;
  const objects = [
    ...guardrailsObjects(guardrails),
    ...platformObjects(services, inputs),
    ...(supervision === undefined ? [] : supervisionObjects(supervision)),
    ...namespaces.flatMap(tenantObjects),
    ...workloads.flatMap(workloadObjects),
  ];
  return objects
    .map((object) => [orderOf(object), object] as const)
    .sort(([a], [b]) => byKey(a, b))
    .map(([, object]) => object);
}

const FIRST = ['Namespace', 'ResourceQuota', 'LimitRange', 'ServiceAccount', 'RoleBinding', 'NetworkPolicy'];

function orderOf({ kind, metadata: { namespace = '', name } }: KubernetesObject): string {
  const rank = FIRST.indexOf(kind);
  return `${rank < 0 ? FIRST.length : rank} ${kind} ${namespace} ${name}`;
}
