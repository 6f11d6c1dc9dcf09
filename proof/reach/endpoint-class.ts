import type { IntervalSet } from '../packets/interval-set';
import type { PacketAlgebra, Relation } from '../packets/packet-algebra';
import type { LoadBalancer } from '../world/load-balancer';
import type { Network } from '../world/network';
import type { Port } from '../world/port';
import type { Outsider } from './outsiders';

/**
 * Ends of packets that nothing tells apart: ports of one wire with the same groups, pairs and port security; one
 * load balancer's stations on a wire; or all strangers beyond a wire. Everything is computed per class.
 */
export interface EndpointClass {
  readonly key: string;
  readonly wire: string;
  readonly members: readonly Port[];
  readonly balancer?: LoadBalancer;
  /** Set for the strangers beyond an external network. */
  readonly beyond?: Network;
  /** Set for the ports that another project may attach, none of which was read. */
  readonly outsider?: Outsider;
  readonly groups: readonly string[];
  /** Addresses that it may send from. */
  readonly sources: IntervalSet;
  /** Addresses that belong to it, by which the network finds it. */
  readonly owns: IntervalSet;
  /** Destinations of packets that it takes. */
  readonly receives: IntervalSet;
  readonly egress: Relation;
  readonly ingress: Relation;
}

/** What a person calls it. */
export function classLabel(one: EndpointClass): string {
  if (one.beyond) return `outside of ${one.beyond.id}`;
  if (one.outsider) return one.outsider.id;
  if (one.balancer) return one.balancer.id;
  const first = one.members[0]?.id ?? one.key;
  return one.members.length > 1 ? `${first} and ${one.members.length - 1} more` : first;
}

/** Every destination that a class may send anything to. */
export function egressDestinations({ lines }: PacketAlgebra, from: EndpointClass): IntervalSet {
  return lines.unionAll(from.egress.edges.map((edge) => edge.keys));
}
