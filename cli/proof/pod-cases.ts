import type { ClusterDesign } from '../../model/design/cluster-design';
import type { ClusterInputs } from '../../model/design/cluster-inputs';
import type { Design } from '../../model/design/design';
import type { PodEndIntent, PodIntent } from '../../model/pod-intent';
import { PodReachability } from '../../proof/kubernetes/pod-reachability';
import { withPossiblePods } from '../../proof/kubernetes/possible-pods';
import { type PlacedObject, readPodWorld } from '../../proof/kubernetes/read-pod-world';
import { clusterInputsOf } from '../../stacks/kubernetes/cluster-inputs-of';
import type { KubernetesObject } from '../../stacks/kubernetes/render-cluster';

/** A cluster as its manifests make it, and what it is meant to be. */
export interface PodCase {
  readonly cluster: ClusterDesign;
  readonly reach: PodReachability;
  readonly intent: PodIntent;
}

/** The clusters of a cloud, from the manifests that are rendered of them; none where it has none. */
export async function podCases(design: Design, addresses: readonly string[] = []): Promise<readonly PodCase[]> {
  const { clusters = [] } = design;
  if (clusters.length === 0) return [];
  // It loads Pulumi, which no cloud without a cluster needs.
  const { clusterObjects } =
    require('../../stacks/kubernetes/render-cluster') as typeof import('../../stacks/kubernetes/render-cluster');
  const cases: PodCase[] = [];
  // One at a time: a program of Pulumi runs in what belongs to the process.
  for (const cluster of clusters) {
    const inputs = clusterInputsOf(design, cluster);
    const placeOf = placesOf(cluster);
    const objects = (await clusterObjects(cluster, inputs)).map(
      (object): PlacedObject => ({ object, place: placeOf(object) }),
    );
    const world = withPossiblePods(readPodWorld(objects, cluster.pods));
    const intent = withEntrances(cluster.intent, cluster, inputs);
    const named = [...addresses, ...intent.flows.flatMap(({ from, to }) => [...blocksOf(from), ...blocksOf(to)])];
    cases.push({ cluster, reach: new PodReachability(world, named), intent });
  }
  return cases;
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

/** Users come through load balancers of the plane, which only the OpenStack side knows. */
function withEntrances(intent: PodIntent, { services, place }: ClusterDesign, { entrances }: ClusterInputs): PodIntent {
  const flows = services.namespaces
    .filter(({ role }) => role === 'ingress')
    .map(({ name }) => ({
      id: `load balancers to ${name}`,
      from: { blocks: entrances },
      to: { namespace: name, labels: {} },
      ports: WEB.map((port) => ({ protocol: 'TCP' as const, from: port, to: port })),
      asked: entrances.length > 0,
      place,
    }));
  return { ...intent, flows: [...intent.flows, ...flows] };
}

/** Ports of an ingress controller, on the Service and on the pods behind it. */
const WEB = [80, 443, 8080, 8443];

function blocksOf(end: PodEndIntent): readonly string[] {
  return 'blocks' in end ? end.blocks : [];
}
