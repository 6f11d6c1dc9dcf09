import { type KubernetesObject, objectName } from '../../constructs/kubernetes/objects/kubernetes-object';
import type { ClusterDesign } from '../../model/design/cluster-design';
import type { Design } from '../../model/design/design';
import type { EmittedStack } from '../../model/emitted-stack';
import { placedObjects } from './placed-objects';

/** What a cluster is itself, beside the objects in it: a change of it is told, though no object shows it. */
const OWN = ['version', 'source', 'mlps', 'zones', 'context', 'api', 'nodes', 'pods', 'nodePools'] as const;

/**
 * The clusters of a cloud as stacks whose resources are objects, `NetworkPolicy.finance-budget-prod/desk`, and each
 * cluster itself, `Cluster.hebei-extranet`. None where it has no cluster.
 */
export function clusterStacks(design: Design): readonly EmittedStack[] {
  return placedObjects(design).map(({ cluster, objects }) => {
    const resource: Record<string, Record<string, Readonly<Record<string, unknown>>>> = {
      Cluster: { [cluster.stack]: ownOf(cluster) },
    };
    const places: Record<string, string> = { [`Cluster.${cluster.stack}`]: cluster.place };
    for (const { object, place } of objects) {
      const { apiVersion: _, kind, metadata, ...body } = object as KubernetesObject;
      const name = objectName(metadata);
      const { labels, annotations = {} } = metadata;
      resource[kind] = { ...resource[kind], [name]: { labels, annotations, ...body } };
      places[`${kind}.${name}`] = place;
    }
    return { name: cluster.stack, definition: { resource }, inputs: {}, places };
  });
}

function ownOf(cluster: ClusterDesign): Readonly<Record<string, unknown>> {
  const { nodePools, ...plain } = Object.fromEntries(OWN.map((field) => [field, cluster[field]]));
  // By key, so that one that comes is no change of the others.
  const charts = cluster.services.charts.map(({ role, namespace: _, ...chart }) => [role, chart]);
  const pools = (nodePools as ClusterDesign['nodePools']).map(({ key, place: _, ...pool }) => [key, pool]);
  return { ...plain, nodePools: Object.fromEntries(pools), charts: Object.fromEntries(charts) };
}
