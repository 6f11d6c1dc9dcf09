import type { ClusterDesign } from '../../model/design/cluster-design';
import type { ClusterInputs } from '../../model/design/cluster-inputs';
import type { Design } from '../../model/design/design';

/** Where the load balancers of a plane stand that lead into its cluster. */
const ENTRANCES = ['I-DMZ', 'E-EDGE'];

/** What a cluster takes from the OpenStack side, which decides all of it before anything is applied. */
export function clusterInputsOf(design: Design, { key }: ClusterDesign): ClusterInputs {
  const zones = design.planes.find((plane) => plane.key === key)?.zones ?? [];
  const entrances = zones.filter(({ kind }) => ENTRANCES.includes(kind)).flatMap(({ blocks }) => blocks);
  return { dnsZone: design.dnsZone.name.replace(/\.$/, ''), entrances: [...entrances].sort() };
}
