import { clusterObjects } from '../../constructs/kubernetes/objects/cluster-objects';
import type { KubernetesObject } from '../../constructs/kubernetes/objects/kubernetes-object';
import type { ClusterDesign } from '../../model/design/cluster-design';
import type { Design } from '../../model/design/design';
import type { PlacedObject } from '../../proof/kubernetes/read-pod-world';
import { clusterInputsOf } from '../../stacks/kubernetes/cluster-inputs-of';

/** Every object of each cluster of a cloud, with the line that asked for it; none where it has no cluster. */
export function placedObjects(
  design: Design,
): readonly { readonly cluster: ClusterDesign; readonly objects: readonly PlacedObject[] }[] {
  return (design.clusters ?? []).map((cluster) => {
    const placeOf = placesOf(cluster);
    const objects = clusterObjects(cluster, clusterInputsOf(design, cluster));
    return { cluster, objects: objects.map((object) => ({ object, place: placeOf(object) })) };
  });
}

/** The line that asked for an object: its workload, namespace or policy, else the cluster. */
function placesOf({ workloads, namespaces, services, place }: ClusterDesign): (object: KubernetesObject) => string {
  const places = new Map<string, string>();
  for (const one of workloads) places.set(`Deployment ${one.namespace}/${one.name}`, one.place);
  for (const { name, place: asked } of namespaces) places.set(`Namespace ${name}`, asked);
  for (const { name, policies } of [...namespaces, ...services.namespaces])
    for (const policy of policies) places.set(`NetworkPolicy ${name}/${policy.name}`, policy.place);
  return ({ kind, metadata: { name, namespace } }) =>
    places.get(`${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`) ?? place;
}
