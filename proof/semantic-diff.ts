import type { Intent, NetworkDriver } from '../model/intent';
import { NamedEnds } from './judge/named-ends';
import { packetText } from './judge/trace';
import type { IntervalSet } from './packets/interval-set';
import { PacketAlgebra, type PacketSet } from './packets/packet-algebra';
import { servicesText } from './packets/service-line';
import type { WitnessPacket } from './proof';
import type { EndpointClass } from './reach/endpoint-class';
import { layLine } from './reach/lay-line';
import { Reachability } from './reach/reachability';
import type { NetworkWorld } from './world/network-world';

/** What a change means for packets; empty `changes` is a proof that nothing changes. */
export interface SemanticDiff {
  readonly changes: readonly FlowChange[];
}

export interface FlowChange {
  readonly kind: 'added' | 'removed' | 'widened' | 'narrowed' | 'changed';
  readonly from: string;
  readonly to: string;
  /** What passes now and did not before: services, and one packet. */
  readonly opened?: ChangedPackets;
  readonly closed?: ChangedPackets;
}

export interface ChangedPackets {
  readonly services: string;
  readonly witness: WitnessPacket;
}

export interface DiffSide {
  readonly world: NetworkWorld;
  readonly driver: NetworkDriver;
  readonly intent?: Intent;
}

/** Ports that neither world tells apart, with their class in each. */
interface Group {
  readonly before?: EndpointClass;
  readonly after?: EndpointClass;
  /** Absent where the group is the whole class. */
  readonly own?: IntervalSet;
  /** `own`, and public addresses that lead to it. */
  readonly leading?: IntervalSet;
}

/**
 * Compares two worlds packet by packet. Rules that are reordered, split, merged or moved to another group, and renamed
 * resources whose ports keep their id, make no change. Neither does an address that one world's port has and the other's
 * strangers could claim: strangers are outside (see `strangers-are-outside`), and what two of them send each other is
 * not about the cloud.
 */
export function semanticDiff(before: DiffSide, after: DiffSide): SemanticDiff {
  const algebra = new PacketAlgebra();
  const worlds = [before.world, after.world];
  const blocks = [before.intent, after.intent].flatMap((intent) => intent?.ends.flatMap((end) => end.prefixes) ?? []);
  const line = layLine(algebra, worlds, blocks, 'may');
  const [old, now] = [before, after].map(({ world, driver }) => new Reachability({ world, driver, algebra, line })) as [
    Reachability,
    Reachability,
  ];
  const names = { old: new NamedEnds(old, before.intent ?? after.intent), now: new NamedEnds(now, after.intent) };
  const label = (group: Group) =>
    group.after ? names.now.of(group.after).label : names.old.of(group.before as EndpointClass).label;
  const changed = new Map<string, { from: string; to: string; was: PacketSet; is: PacketSet }>();
  const groups = alike(old, now);
  const owned = algebra.lines.union(ownedByPorts(old, now), changedSubnets(old, now));
  for (const from of groups) {
    const [rowBefore, rowAfter] = [from.before && old.row(from.before), from.after && now.row(from.after)];
    for (const to of groups) {
      if (isBeyond(from) && isBeyond(to)) continue;
      const strangers = (packets: PacketSet) => withoutOwned(algebra, from, to, packets, owned);
      const was = strangers(part(algebra, from, to, to.before && rowBefore?.get(to.before)));
      const is = strangers(part(algebra, from, to, to.after && rowAfter?.get(to.after)));
      if (was === algebra.none && is === algebra.none) continue;
      const key = `${label(from)}\t${label(to)}`;
      const known = changed.get(key) ?? { from: label(from), to: label(to), was: algebra.none, is: algebra.none };
      const union = (a: PacketSet, b: PacketSet) => algebra.packets.union(a, b);
      changed.set(key, { ...known, was: union(known.was, was), is: union(known.is, is) });
    }
  }
  const changes = [...changed.values()].flatMap(({ from, to, was, is }) => change(now, from, to, was, is));
  return { changes: changes.sort((a, b) => (`${a.from}\t${a.to}` < `${b.from}\t${b.to}` ? -1 : 1)) };
}

/** Sorts the ends of both worlds by their class in each. */
function alike(old: Reachability, now: Reachability): Group[] {
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
    if (!split) return group;
    const addresses = now.line.sets(own);
    return { ...group, own: addresses, leading: leading([old, now], addresses) };
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
function part(algebra: PacketAlgebra, from: Group, to: Group, packets: PacketSet | undefined): PacketSet {
  let own = packets ?? algebra.none;
  if (from.own) own = algebra.packets.restrict(own, from.own);
  if (to.leading && own !== algebra.none) {
    const sources = algebra.lines.unionAll(own.edges.map((edge) => edge.keys));
    const services = algebra.lines.unionAll([...algebra.boxes(own)].map((box) => box.services));
    own = algebra.packets.intersect(own, algebra.box(sources, to.leading, services));
  }
  return own;
}

function isBeyond({ before, after }: Group): boolean {
  return (after ?? before)?.beyond !== undefined;
}

function ownedByPorts(old: Reachability, now: Reachability): IntervalSet {
  const classes = [...old.classes, ...now.classes].filter((one) => !one.beyond);
  return now.algebra.lines.unionAll(classes.map((one) => one.owns));
}

/** Blocks that are a subnet in one world only; nobody outside has an address of the others in either. */
function changedSubnets(old: Reachability, now: Reachability): IntervalSet {
  const [was, is] = [old, now].map(({ world }) => new Set(world.subnets.flatMap(({ cidr }) => cidr ?? []))) as [
    Set<string>,
    Set<string>,
  ];
  return now.line.sets([...was, ...is].filter((cidr) => was.has(cidr) !== is.has(cidr)));
}

/** The packets of which the end outside has an address that no port has in either world. */
function withoutOwned(
  algebra: PacketAlgebra,
  from: Group,
  to: Group,
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

function change(reach: Reachability, from: string, to: string, was: PacketSet, is: PacketSet): FlowChange[] {
  const { algebra } = reach;
  if (was === is) return [];
  const [opened, closed] = [algebra.packets.subtract(is, was), algebra.packets.subtract(was, is)].map((set) =>
    told(reach, set),
  );
  const kind =
    was === algebra.none
      ? 'added'
      : is === algebra.none
        ? 'removed'
        : !closed
          ? 'widened'
          : !opened
            ? 'narrowed'
            : 'changed';
  return [{ kind, from, to, ...(opened && { opened }), ...(closed && { closed }) }];
}

function told(reach: Reachability, set: PacketSet): ChangedPackets | undefined {
  const { algebra } = reach;
  const witness = algebra.witness(set);
  if (!witness) return undefined;
  const services = algebra.lines.unionAll([...algebra.boxes(set)].map((box) => box.services));
  return { services: servicesText(algebra.lines, services), witness: packetText(reach, witness) };
}
