import type { IntervalSet } from './packets/interval-set';
import type { PacketAlgebra, PacketSet } from './packets/packet-algebra';
import { allServices } from './packets/service-line';
import type { EndpointClass } from './reach/endpoint-class';
import type { Reachability } from './reach/reachability';
import type { Port } from './world/port';

/** Ports that neither world tells apart, with their class in each. */
export interface LikeEnds {
  readonly before?: EndpointClass;
  readonly after?: EndpointClass;
  /** The ports that it is about; none for strangers and load balancers. */
  readonly ports: readonly Port[];
  /** Absent where these are the whole class. */
  readonly own?: IntervalSet;
  /** `own`, and public addresses that lead to it. */
  readonly leading?: IntervalSet;
}

/** Sorts the ends of both worlds by their class in each. */
export function alike(old: Reachability, now: Reachability): LikeEnds[] {
  const groups = new Map<string, { before?: EndpointClass; after?: EndpointClass; ports: Set<string> }>();
  const classAfter = new Map(now.classes.flatMap((one) => namesOf(one).map((name) => [name, one] as const)));
  const classBefore = new Map(old.classes.flatMap((one) => namesOf(one).map((name) => [name, one] as const)));
  for (const name of new Set([...classBefore.keys(), ...classAfter.keys()])) {
    const [before, after] = [classBefore.get(name), classAfter.get(name)];
    const key = `${before?.key ?? ''}\n${after?.key ?? ''}`;
    const known = groups.get(key) ?? { ...(before && { before }), ...(after && { after }), ports: new Set<string>() };
    known.ports.add(name);
    groups.set(key, known);
  }
  return [...groups.values()].map(({ ports, ...group }) => {
    const members = (group.after ?? group.before)?.members ?? [];
    const split = [group.before, group.after].some((one) => one && one.members.length > ports.size);
    const own = members.filter((port) => ports.has(port.id)).flatMap((port) => [...port.addresses, ...port.pairs]);
    const about = { ...group, ports: members.filter((port) => ports.has(port.id)) };
    if (!split) return about;
    const addresses = now.line.sets(own);
    return { ...about, own: addresses, leading: leading([old, now], addresses) };
  });
}

function leading(worlds: readonly Reachability[], inside: IntervalSet): IntervalSet {
  const { lines } = (worlds[0] as Reachability).algebra;
  const mappings = worlds.flatMap(({ world, journeys }) =>
    world.routers.flatMap((router) => journeys.mappingsOf(router.id)),
  );
  const outside = mappings.filter((one) => lines.overlaps(one.inside, inside)).map((one) => one.outside);
  return lines.unionAll([inside, ...outside]);
}

/** What identifies the ends of a class in both worlds. */
function namesOf(one: EndpointClass): string[] {
  return one.members.length > 0 ? one.members.map((port) => port.id) : [one.key];
}

/** The packets between two classes that are about the ports of two groups. */
export function part(algebra: PacketAlgebra, from: LikeEnds, to: LikeEnds, packets: PacketSet | undefined): PacketSet {
  let own = packets ?? algebra.none;
  if (from.own) own = algebra.packets.restrict(own, from.own);
  if (to.leading && own !== algebra.none) {
    const sources = algebra.lines.unionAll(own.edges.map((edge) => edge.keys));
    const services = algebra.lines.unionAll([...algebra.boxes(own)].map((box) => box.services));
    own = algebra.packets.intersect(own, algebra.box(sources, to.leading, services));
  }
  return own;
}

/** The packets between ports of one group that are not from a port to itself. */
export function betweenOthers({ algebra, line }: Reachability, { ports }: LikeEnds, packets: PacketSet): PacketSet {
  return ports.reduce((rest, { addresses, pairs }) => {
    const own = line.sets([...addresses, ...pairs]);
    return algebra.packets.subtract(rest, algebra.box(own, own, allServices(algebra.lines)));
  }, packets);
}

export function isBeyond({ before, after }: LikeEnds): boolean {
  return (after ?? before)?.beyond !== undefined;
}

export function ownedByPorts(old: Reachability, now: Reachability): IntervalSet {
  const classes = [...old.classes, ...now.classes].filter((one) => !one.beyond);
  return now.algebra.lines.unionAll(classes.map((one) => one.owns));
}

/** Blocks that are a subnet in one world only; nobody outside has an address of the others in either. */
export function changedSubnets(old: Reachability, now: Reachability): IntervalSet {
  const [was, is] = [old, now].map(({ world }) => new Set(world.subnets.flatMap(({ cidr }) => cidr ?? []))) as [
    Set<string>,
    Set<string>,
  ];
  return now.line.sets([...was, ...is].filter((cidr) => was.has(cidr) !== is.has(cidr)));
}

/** The packets of which the end outside has an address that no port has in either world. */
export function withoutOwned(
  algebra: PacketAlgebra,
  from: LikeEnds,
  to: LikeEnds,
  packets: PacketSet,
  owned: IntervalSet,
): PacketSet {
  if (packets === algebra.none || !(isBeyond(from) || isBeyond(to))) return packets;
  const boxes = [...algebra.boxes(packets)];
  const { lines } = algebra;
  const all = (pick: (box: (typeof boxes)[number]) => IntervalSet) => lines.unionAll(boxes.map(pick));
  const [sources, destinations] = [all((box) => box.sources), all((box) => box.destinations)];
  const strangers = algebra.box(
    isBeyond(from) ? lines.subtract(sources, owned) : sources,
    isBeyond(to) ? lines.subtract(destinations, owned) : destinations,
    all((box) => box.services),
  );
  return algebra.packets.intersect(packets, strangers);
}
