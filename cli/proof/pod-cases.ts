import type { ClusterDesign } from '../../model/design/cluster-design';
import type { ClusterInputs } from '../../model/design/cluster-inputs';
import type { Design } from '../../model/design/design';
import { INGRESS_PORTS } from '../../model/ingress-ports';
import type { PodEndIntent, PodIntent } from '../../model/pod-intent';
import { PodReachability } from '../../proof/kubernetes/pod-reachability';
import { withPossiblePods } from '../../proof/kubernetes/possible-pods';
import { readPodWorld } from '../../proof/kubernetes/read-pod-world';
import { clusterInputsOf } from '../../stacks/kubernetes/cluster-inputs-of';
import { placedObjects } from '../kubernetes/placed-objects';

/** A cluster as its manifests make it, and what it is meant to be. */
export interface PodCase {
  readonly cluster: ClusterDesign;
  readonly reach: PodReachability;
  readonly intent: PodIntent;
}

/** The clusters of a cloud, from the manifests that are rendered of them; none where it has none. */
export function podCases(design: Design, addresses: readonly string[] = []): readonly PodCase[] {
  return placedObjects(design).map(({ cluster, objects }) => {
    const inputs = clusterInputsOf(design, cluster);
    const world = withPossiblePods(readPodWorld(objects, cluster.pods));
    const intent = withEntrances(cluster.intent, cluster, inputs);
    const named = [...addresses, ...intent.flows.flatMap(({ from, to }) => [...blocksOf(from), ...blocksOf(to)])];
    return { cluster, reach: new PodReachability(world, named), intent };
  });
}

/** Users come through load balancers of the plane, which only the OpenStack side knows. */
function withEntrances(intent: PodIntent, { services, place }: ClusterDesign, { entrances }: ClusterInputs): PodIntent {
  const flows = services.namespaces
    .filter(({ role }) => role === 'ingress')
    .map(({ name }) => ({
      id: `load balancers to ${name}`,
      from: { blocks: entrances },
      to: { namespace: name, labels: {} },
      ports: INGRESS_PORTS.map((port) => ({ protocol: 'TCP' as const, from: port, to: port })),
      asked: entrances.length > 0,
      place,
    }));
  return { ...intent, flows: [...intent.flows, ...flows] };
}

function blocksOf(end: PodEndIntent): readonly string[] {
  return 'blocks' in end ? end.blocks : [];
}
