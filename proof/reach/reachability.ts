import type { NetworkDriver } from '../../model/intent';
import { DriverBehaviour } from '../facts/driver-behaviour';
import type { AddressLine, Reading } from '../packets/address-line';
import type { AddressPlaces } from '../packets/address-places';
import { PacketAlgebra, type PacketSet } from '../packets/packet-algebra';
import type { NetworkWorld } from '../world/network-world';
import type { Rule } from '../world/security-group';
import { type EndpointClass, egressDestinations } from './endpoint-class';
import { EndpointClasses } from './endpoint-classes';
import { acceptedFrom } from './handed-over';
import { Journeys } from './journeys';
import type { Landing } from './landing';
import { layLine, layPlaces } from './lay-line';
import { Pieces } from './pieces';
import { RuleFilters } from './rule-filter';
import { Topology } from './topology';
import { UsualRoutes } from './usual-routes';
import type { Wires } from './wires';

export interface ReachabilityProps {
  readonly world: NetworkWorld;
  readonly driver: NetworkDriver;
  /** @default `may`, which over-counts where something is not known; `must` under-counts */
  readonly reading?: Reading;
  /** Blocks that will be compared with the result. */
  readonly blocks?: readonly string[];
  readonly algebra?: PacketAlgebra;
  /** Where addresses lie, and how wires are joined, where somebody has that already. */
  readonly places?: AddressPlaces;
  readonly line?: AddressLine;
  readonly topology?: Topology;
}

/** Everything that one class can send to another, and how. */
export interface Reach {
  readonly from: EndpointClass;
  readonly to: EndpointClass;
  readonly packets: PacketSet;
}

/**
 * Who can reach whom: for every pair of classes the exact set of first packets of connections, as they are sent.
 *
 * Laws, held by test/oracle against OVN and by test/property/proof/reachability.test.ts: a packet is in the set
 * exactly when the sender may send it, the network carries it, and the receiver takes it. More rules never mean less.
 */
export class Reachability {
  readonly algebra: PacketAlgebra;
  readonly line: AddressLine;
  readonly topology: Topology;
  readonly wires: Wires;
  readonly behaviour: DriverBehaviour;
  readonly filters: RuleFilters;
  readonly journeys: Journeys;
  readonly classes: readonly EndpointClass[];
  private readonly sorter: EndpointClasses;
  private readonly onWire = new Map<string, EndpointClass[]>();
  /** From which classes anything lands on a wire, of those whose row is made; maybe from others, too. */
  private readonly senders = new Map<string, Set<EndpointClass>>();
  private readonly rows = new Map<EndpointClass, ReadonlyMap<EndpointClass, PacketSet>>();
  private byKey: ReadonlyMap<string, EndpointClass> | undefined;
  private readonly usualRows = new Map<EndpointClass, ReadonlyMap<EndpointClass, PacketSet>>();
  private readonly pieces: Pieces;
  private readonly usualRoutes = new UsualRoutes(this);

  constructor(private readonly props: ReachabilityProps) {
    const { driver, reading = 'may' } = props;
    this.topology = props.topology ?? new Topology(props.world);
    const { world, outer, wires } = this.topology;
    this.algebra = props.algebra ?? new PacketAlgebra();
    const places = props.places ?? props.line?.places ?? layPlaces([world], props.blocks ?? []);
    this.line = props.line ?? layLine(this.algebra, [world], places, reading);
    this.pieces = new Pieces(this.algebra, this.line);
    this.wires = wires;
    this.behaviour = new DriverBehaviour(driver, reading);
    this.filters = new RuleFilters(world, this.algebra, this.line, this.behaviour, reading);
    this.journeys = new Journeys(world, this.algebra, this.line, wires, this.behaviour, reading);
    this.sorter = new EndpointClasses(world, this.algebra, this.line, wires, this.filters, reading);
    this.classes = this.sorter.all(outer, (wire) => this.journeys.routerAddresses(wire));
    for (const one of this.classes) this.onWire.set(one.wire, [...(this.onWire.get(one.wire) ?? []), one]);
  }

  get world(): NetworkWorld {
    return this.props.world;
  }

  /** Every pair of classes between which anything passes, computed once; only from senders that are wanted. */
  *all(wanted: (from: EndpointClass) => boolean = () => true): Generator<Reach> {
    for (const from of this.classes)
      if (wanted(from)) for (const [to, packets] of this.row(from)) yield { from, to, packets };
  }

  between(from: EndpointClass, to: EndpointClass): PacketSet {
    return this.row(from).get(to) ?? this.algebra.none;
  }

  /** All that one class can send, by receiver. */
  row(from: EndpointClass): ReadonlyMap<EndpointClass, PacketSet> {
    const known = this.rows.get(from);
    if (known) return known;
    const made = new Map<EndpointClass, PacketSet>();
    for (const landing of this.landings(from)) {
      this.land(from, landing, this.onWire.get(landing.wire) ?? [], made);
      const senders = this.senders.get(landing.wire);
      if (senders) senders.add(from);
      else this.senders.set(landing.wire, new Set([from]));
    }
    this.rows.set(from, made);
    return made;
  }

  /** What a well-mannered sender gets across: by its subnets' host routes and gateways only. */
  usual(from: EndpointClass): ReadonlyMap<EndpointClass, PacketSet> {
    const known = this.usualRows.get(from);
    if (known) return known;
    const made = new Map<EndpointClass, PacketSet>();
    for (const landing of this.usualRoutes.landings(from))
      this.land(from, landing, this.onWire.get(landing.wire) ?? [], made);
    this.usualRows.set(from, made);
    return made;
  }

  classNamed(key: string): EndpointClass | undefined {
    this.byKey ??= new Map(this.classes.map((one) => [one.key, one]));
    return this.byKey.get(key);
  }

  subnetsOf(one: EndpointClass): readonly string[] {
    if (one.balancer) return one.balancer.subnets;
    return one.members[0] ? this.sorter.subnetsOf(one.members[0]) : [];
  }

  /**
   * The same world with other rules in one group. Only classes that have the group are looked at again; everything
   * else is shared with this value.
   */
  withRules(group: string, rules: readonly Rule[]): Reachability {
    const others = this.world.rules.filter((rule) => rule.group !== group);
    const world = { ...this.world, rules: [...others, ...rules] };
    const texts = rules.flatMap((rule) => (rule.remote.kind === 'prefix' ? [rule.remote.prefix] : []));
    const { line: _line, places: _places, topology: _topology, ...props } = this.props;
    if (!texts.every((text) => this.line.places.holds(text))) return new Reachability({ ...props, world });
    const changed = Object.create(Reachability.prototype) as Reachability;
    const filters = this.filters.withRules(group, rules);
    const sorter = new EndpointClasses(
      world,
      this.algebra,
      this.line,
      this.wires,
      filters,
      this.props.reading ?? 'may',
    );
    const renewed = new Map<EndpointClass, EndpointClass>();
    for (const one of this.classes)
      if (one.groups.includes(group)) renewed.set(one, { ...one, ...sorter.filtersOf(one.groups) });
    const classes = this.classes.map((one) => renewed.get(one) ?? one);
    const onWire = new Map(this.onWire);
    for (const { wire } of renewed.keys())
      onWire.set(
        wire,
        (this.onWire.get(wire) ?? []).map((one) => renewed.get(one) ?? one),
      );
    Object.assign(changed, this, {
      props: { ...this.props, world },
      filters,
      sorter,
      classes,
      onWire,
      byKey: undefined,
      usualRows: new Map(),
    });
    Object.assign(changed, { rows: changed.renewedRows(this, renewed) });
    return changed;
  }

  private renewedRows(
    before: Reachability,
    renewed: ReadonlyMap<EndpointClass, EndpointClass>,
  ): Map<EndpointClass, ReadonlyMap<EndpointClass, PacketSet>> {
    const rows = new Map(before.rows);
    for (const old of renewed.keys()) rows.delete(old);
    const wires = new Set([...renewed.values()].map((one) => one.wire));
    const affected = new Set([...wires].flatMap((wire) => [...(this.senders.get(wire) ?? [])]));
    for (const from of affected) {
      const row = rows.get(from);
      if (!row) continue;
      const next = new Map(row);
      for (const old of renewed.keys()) next.delete(old);
      for (const landing of this.landings(from))
        if (wires.has(landing.wire))
          this.land(
            from,
            landing,
            [...renewed.values()].filter((one) => one.wire === landing.wire),
            next,
          );
      rows.set(from, next);
    }
    return rows;
  }

  /** Where packets land that a class may send at all. */
  private landings(from: EndpointClass): readonly Landing[] {
    return this.journeys.fromWire(from.wire, egressDestinations(this.algebra, from));
  }

  private land(
    from: EndpointClass,
    landing: Landing,
    targets: readonly EndpointClass[],
    found: Map<EndpointClass, PacketSet>,
  ): void {
    const { lines, packets } = this.algebra;
    const { beam } = landing;
    const sources = lines.intersect(from.sources, beam.sources);
    if (sources === lines.empty) return;
    const sending = this.pieces.of(from.egress).filter((piece) => lines.overlaps(piece.others, beam.destinations));
    if (sending.length === 0) return;
    for (const to of targets) {
      if (from === to && from.members.length < 2) continue;
      const accepts = landing.hop ? acceptedFrom(this, to, landing.hop) : to.receives;
      if (accepts === lines.empty || (beam.destination && !lines.overlaps(beam.destination, accepts))) continue;
      let passing = found.get(to) ?? this.algebra.none;
      for (const piece of sending) {
        const wanted = lines.intersect(piece.others, beam.destinations);
        const destinations = beam.destination ? wanted : lines.intersect(wanted, accepts);
        if (destinations === lines.empty) continue;
        const offered = lines.intersect(piece.services, beam.services);
        for (const taking of this.pieces.of(to.ingress)) {
          const own = beam.source
            ? lines.overlaps(beam.source, taking.others)
              ? sources
              : lines.empty
            : lines.intersect(sources, taking.others);
          const matched = lines.intersect(own, this.line.family(piece.family));
          if (matched === lines.empty) continue;
          const services = beam.service
            ? lines.overlaps(beam.service, taking.services)
              ? offered
              : lines.empty
            : lines.intersect(offered, taking.services);
          if (services === lines.empty) continue;
          const box = this.algebra.box(matched, destinations, services);
          passing = packets.union(passing, beam.filter ? packets.intersect(box, beam.filter) : box);
        }
      }
      if (passing !== this.algebra.none) found.set(to, passing);
    }
  }
}
