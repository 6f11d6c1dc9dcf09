import type { ClusterDesign } from './cluster-design';
import { type DecidedEnd, type DecidedFlow, flow, outsideEnd } from './ends';

/**
 * What pods reach outside of their cluster, as the network sees it: from the addresses of the nodes to the servers of a
 * tier. The policies of the cluster say which pods; the group of the tier lets the nodes in.
 */
export function clusterFlows(
  clusters: readonly ClusterDesign[],
  tiers: ReadonlyMap<string, DecidedEnd>,
): readonly DecidedFlow[] {
  return clusters.flatMap(({ stack, nodes, intent }) =>
    intent.flows.flatMap(({ id, to, ports, asked, place }): DecidedFlow[] => {
      const tier = asked && 'blocks' in to && to.tier !== undefined ? tiers.get(to.tier) : undefined;
      if (tier === undefined) return [];
      const ranges = ports.map(({ protocol, from, to: last }) => ({
        protocol: protocol === 'TCP' ? ('tcp' as const) : ('udp' as const),
        from,
        to: last,
      }));
      return [flow(`pods ${id}`, 'own-zone', outsideEnd(`nodes of ${stack}`, nodes), tier, ranges, id, place)];
    }),
  );
}
