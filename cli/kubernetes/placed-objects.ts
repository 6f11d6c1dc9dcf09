import type { ClusterDesign } from '../../model/design/cluster-design';
import type { Design } from '../../model/design/design';
import type { PlacedObject } from '../../proof/kubernetes/read-pod-world';
import { clusterInputsOf } from '../../stacks/kubernetes/cluster-inputs-of';
import type { KubernetesObject } from '../../stacks/kubernetes/render-cluster';

/** Every object of each cluster of a cloud, with the line that asked for it; none where it has no cluster. */
export async function placedObjects(
  design: Design,
): Promise<readonly { readonly cluster: ClusterDesign; readonly objects: readonly PlacedObject[] }[]> {
  const { clusters = [] } = design;
  if (clusters.length === 0) return [];
  // It loads Pulumi, which no cloud without a cluster needs.
  const { clusterObjects } =
    require('../../stacks/kubernetes/render-cluster') as typeof import('../../stacks/kubernetes/render-cluster');
  const placed = [];
  // One at a time: a program of Pulumi runs in what belongs to the process.
  for (const cluster of clusters) {
    const placeOf = placesOf(cluster);
    const objects = await clusterObjects(cluster, clusterInputsOf(design, cluster));
    placed.push({ cluster, objects: objects.map((object) => ({ object, place: placeOf(object) })) });
  }
  return placed;
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
