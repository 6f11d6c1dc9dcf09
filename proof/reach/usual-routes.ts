import type { AddressLine } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import type { PacketAlgebra } from '../packets/packet-algebra';
import type { Subnet } from '../world/network';
import type { NetworkWorld } from '../world/network-world';
import { type EndpointClass, egressDestinations } from './endpoint-class';
import type { Journeys } from './journeys';
import type { Landing } from './landing';
import type { Wires } from './wires';

interface Around {
  readonly world: NetworkWorld;
  readonly algebra: PacketAlgebra;
  readonly line: AddressLine;
  readonly wires: Wires;
  readonly journeys: Journeys;
  subnetsOf(one: EndpointClass): readonly string[];
}

/** One line of a sender's own routing table. */
interface HostRoute {
  readonly destinations: IntervalSet;
  /** Absent where the destination is on the link. */
  readonly hop?: IntervalSet;
  readonly rank: number;
}

/**
 * Where packets land that a class sends as its subnets tell it to: the longest prefix first, of the link, of host routes
 * and of the gateway. Strangers use whichever router leads to the destination.
 */
export class UsualRoutes {
  private readonly routes = new Map<string, readonly HostRoute[]>();

  constructor(private readonly around: Around) {}

  landings(from: EndpointClass): readonly Landing[] {
    const { journeys, algebra } = this.around;
    if (from.beyond) return journeys.fromWire(from.wire, egressDestinations(algebra, from));
    let rest = egressDestinations(algebra, from);
    return this.routesOf(from).flatMap(({ destinations, hop }) => {
      const own = algebra.lines.intersect(destinations, rest);
      rest = algebra.lines.subtract(rest, destinations);
      if (own === algebra.lines.empty) return [];
      return hop ? journeys.toward(from.wire, hop, own) : journeys.onLink(from.wire, own);
    });
  }

  private routesOf(from: EndpointClass): readonly HostRoute[] {
    const { wires, world } = this.around;
    const ids = this.around.subnetsOf(from);
    const key = `${from.wire} ${ids}`;
    const known = this.routes.get(key);
    if (known) return known;
    const own = world.subnets.filter((one) => ids.includes(one.id) && wires.of(one.network) === from.wire);
    const made = own.flatMap((one) => hostRoutes(this.around, one)).sort((a, b) => b.rank - a.rank);
    this.routes.set(key, made);
    return made;
  }
}

function hostRoutes({ line }: Pick<Around, 'line'>, subnet: Subnet): HostRoute[] {
  const link = line.set(subnet.cidr);
  const routes = subnet.hostRoutes.flatMap(({ destination, nextHop }) => {
    const [destinations, hop] = [line.set(destination), line.set(nextHop)];
    return destinations && hop ? [{ destinations, hop, rank: 2 * prefixLength(destination) }] : [];
  });
  const everywhere = line.set(subnet.cidr.includes(':') ? '::/0' : '0.0.0.0/0') as IntervalSet;
  const gateway = subnet.gateway ? line.set(subnet.gateway) : undefined;
  return [
    ...(link ? [{ destinations: link, rank: 2 * prefixLength(subnet.cidr) + 1 }] : []),
    ...routes,
    ...(gateway ? [{ destinations: everywhere, hop: gateway, rank: -1 }] : []),
  ];
}

function prefixLength(block: string): number {
  return Number(block.split('/')[1]);
}
