import type { DriverBehaviour } from '../facts/driver-behaviour';
import type { AddressLine, Reading } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import type { PacketAlgebra } from '../packets/packet-algebra';
import { allServices } from '../packets/service-line';
import type { NetworkWorld } from '../world/network-world';
import { type Beam, Beams, isAsSent } from './beam';
import { Forwarding, type ForwardingEntry, type Side } from './forwarding';
import type { Landing } from './landing';
import { SetIndex } from './set-index';
import { SourceTranslation } from './source-translation';
import { SwitchForwarding } from './switch-forwarding';
import { inward, LeadingAddresses, type Mapping, mappingsByRouter } from './translation';
import { Walls } from './walls';
import type { Wires } from './wires';

/** A loop would never end; no path in a sane cloud has more routers. */
const HOPS = 16;

/** Where packets get to through routers, routes and translations, before any port is asked whether it takes them. */
export class Journeys {
  private readonly beams: Beams;
  private readonly routers: ReadonlyMap<string, Forwarding>;
  private readonly sidesOn = new Map<string, Side[]>();
  private readonly mappings: ReadonlyMap<string, readonly Mapping[]>;
  private readonly walls: Walls;
  private readonly sources: SourceTranslation;
  private readonly onSwitch: SwitchForwarding;
  private readonly doorsOf = new Map<string, readonly { readonly key: string; readonly side: Side }[]>();
  private readonly leading: LeadingAddresses;
  private readonly owners = new Map<string, SetIndex<Side>>();
  private readonly mapped = new Map<string, SetIndex<{ readonly side: Side; readonly mapping: Mapping }>>();
  private readonly fromWires = new Map<string, readonly Landing[]>();
  private readonly fromSides = new Map<string, readonly Landing[]>();

  constructor(
    readonly world: NetworkWorld,
    readonly algebra: PacketAlgebra,
    readonly line: AddressLine,
    private readonly wires: Wires,
    private readonly driver: DriverBehaviour,
    reading: Reading,
  ) {
    this.beams = new Beams(algebra);
    const subnets = new Map(world.subnets.map((subnet) => [subnet.id, subnet]));
    this.routers = new Map(world.routers.map((one) => [one.id, new Forwarding(one, subnets, line, algebra.lines)]));
    for (const { sides } of this.routers.values())
      for (const side of sides) {
        const wire = wires.of(side.network);
        this.sidesOn.set(wire, [...(this.sidesOn.get(wire) ?? []), side]);
      }
    this.mappings = mappingsByRouter(world, line, algebra, reading);
    this.leading = new LeadingAddresses([...this.mappings.values()].flat(), algebra);
    this.walls = new Walls(world.firewalls, this.beams, line, reading);
    this.sources = new SourceTranslation(this.beams, line, driver);
    this.onSwitch = new SwitchForwarding(world.routers, this.mappings, this.beams, line, wires, driver);
  }

  /**
   * Every landing of packets for these destinations (all by default), sent from a wire by somebody who may use any
   * router on it.
   */
  fromWire(wire: string, destinations = this.line.everything): readonly Landing[] {
    const key = `${destinations.id} ${wire}`;
    const known = this.fromWires.get(key);
    if (known) return known;
    const made = this.sent(wire, destinations).flatMap((beam) => [
      { wire, beam },
      ...this.doors(wire).flatMap(({ key: door, side }) => this.throughRouter(door, side, beam)),
    ]);
    this.fromWires.set(key, made);
    return made;
  }

  /** Every landing of packets put on a wire toward the owner of one address there. */
  toward(wire: string, hop: IntervalSet, destinations: IntervalSet): readonly Landing[] {
    return this.sent(wire, destinations).flatMap((beam) => this.handOver(wire, hop, beam, []));
  }

  /** Landings on the wire itself, of packets for the given destinations. */
  onLink(wire: string, destinations: IntervalSet): readonly Landing[] {
    return this.sent(wire, destinations).flatMap((beam) => this.arrive(wire, beam, []));
  }

  /** Addresses by which some are reached: themselves, and public ones that are mapped one to one to them. */
  leadingTo(inside: IntervalSet): IntervalSet {
    return this.leading.to(inside);
  }

  sides(wire: string): readonly Side[] {
    return this.sidesOn.get(wire) ?? [];
  }

  mappingsOf(router: string): readonly Mapping[] {
    return this.mappings.get(router) ?? [];
  }

  /** Sides of routers on a wire, by address. */
  private ownersOn(wire: string): SetIndex<Side> {
    const known = this.owners.get(wire) ?? new SetIndex(this.sides(wire), (side) => side.addresses);
    this.owners.set(wire, known);
    return known;
  }

  /** Public addresses that routers on a wire answer for. */
  private mappedOn(wire: string): SetIndex<{ readonly side: Side; readonly mapping: Mapping }> {
    const known = this.mapped.get(wire);
    if (known) return known;
    const gateways = this.sides(wire).filter((side) => side.kind === 'gateway');
    const all = gateways.flatMap((side) => this.mappingsOf(side.router.id).map((mapping) => ({ side, mapping })));
    const made = new SetIndex(all, (one) => one.mapping.outside);
    this.mapped.set(wire, made);
    return made;
  }

  /** Addresses on a wire that routers answer for. */
  routerAddresses(wire: string): IntervalSet {
    const own = this.sides(wire).flatMap((side) => [
      side.addresses,
      ...(side.kind === 'gateway' ? this.mappingsOf(side.router.id).map((one) => one.outside) : []),
    ]);
    return this.algebra.lines.unionAll(own);
  }

  /** Everything for some destinations, as it is on the wire on which it was sent. */
  private sent(wire: string, destinations: IntervalSet): readonly Beam[] {
    if (destinations === this.algebra.lines.empty) return [];
    const services = allServices(this.algebra.lines);
    return this.onSwitch.translate(wire, { sources: this.line.everything, destinations, services, steps: [] });
  }

  /** The sides by which a wire leads into routers, one of each that are alike: those without a firewall of their own. */
  private doors(wire: string): readonly { readonly key: string; readonly side: Side }[] {
    const known = this.doorsOf.get(wire);
    if (known) return known;
    const scoped = !this.driver.isCertainOf('scopes-do-not-separate');
    const made = this.sides(wire).map((side) => {
      const bound = side.port ?? side.declared.id;
      const like =
        side.kind === 'gateway' ? 'gateway' : this.walls.isWalled(side) ? bound : scoped ? (side.scope ?? '') : '';
      return { key: `${side.router.id} ${like}`, side };
    });
    this.doorsOf.set(wire, [...new Map(made.map((door) => [door.key, door])).values()]);
    return this.doors(wire);
  }

  private throughRouter(key: string, side: Side, beam: Beam): readonly Landing[] {
    const origin = this.wires.of(side.network);
    const now = `${beam.destination?.id ?? ''} ${beam.service?.id ?? ''}`;
    const whole = `${beam.destinations.id} ${beam.services.id} ${now} ${key} ${origin}`;
    const known = this.fromSides.get(whole);
    if (known) return known;
    const made = this.enter(side, beam, [], origin);
    this.fromSides.set(whole, made);
    return made;
  }

  private enter(side: Side, beam: Beam, visited: readonly string[], origin?: string): Landing[] {
    const { router } = side;
    // A router may see a packet again, on its way to another address: only then does it send it elsewhere.
    const stop = `${router.id} ${beam.destination?.id ?? ''} ${beam.service?.id ?? ''}`;
    if (visited.length >= HOPS || visited.includes(stop)) return [];
    const path = [...visited, stop];
    const landings: Landing[] = [];
    let rest: Beam | undefined = beam;
    for (const mapping of this.mappingsOf(router.id)) {
      const mapped = this.translatedInward(side, beam, mapping);
      for (const one of mapped) landings.push(...this.route(side, one, path, true, origin));
      if (!mapping.forwarding) rest = rest && this.beams.awayFrom(rest, mapping.outside);
    }
    if (rest) landings.push(...this.route(side, rest, path, false, origin));
    return landings;
  }

  /** Packets for a public address, now on their way to the address inside. */
  private translatedInward(side: Side, beam: Beam, mapping: Mapping): Beam[] {
    const turned = inward(this.beams, this.line, beam, mapping);
    if (!turned) return [];
    // A station inside that uses the public address is seen from outside, too; OVN forwards ports before routing.
    const hairpin = side.kind === 'interface' && !(mapping.forwarding && this.driver.isOvn);
    return hairpin
      ? this.sources.translate(side.router, this.routers.get(side.router.id), this.mappingsOf(side.router.id), turned)
      : [turned];
  }

  private route(side: Side, beam: Beam, path: readonly string[], mapped: boolean, origin?: string): Landing[] {
    const entered = this.walls.pass(side, 'into', beam);
    const forwarding = this.routers.get(side.router.id);
    if (!entered || !forwarding) return [];
    return forwarding.entriesFor(entered.destination ?? entered.destinations).flatMap((entry) => {
      const toward = this.beams.toward(entered, entry.destinations);
      const inScope = toward && this.crossesScope(side, entry.side, mapped) ? undefined : toward;
      const passed = inScope && this.walls.pass(entry.side, 'out', inScope);
      if (!passed) return [];
      const routed = this.beams.stepping(passed, entry.step);
      const leaving = entry.side.kind === 'gateway' && side.kind === 'interface' && !mapped;
      const out = leaving
        ? this.sources.translate(side.router, this.routers.get(side.router.id), this.mappingsOf(side.router.id), routed)
        : [routed];
      return out.flatMap((one) => this.leave(entry, one, path, origin));
    });
  }

  /**
   * Out onto the next wire. `origin` is the wire of a sender who may use any next hop: packets that come back to it as
   * they were sent are dropped here, for he could have handed them over himself.
   */
  private leave(entry: ForwardingEntry, beam: Beam, path: readonly string[], origin?: string): Landing[] {
    const wire = this.wires.of(entry.side.network);
    if (wire === origin && isAsSent(beam)) return [];
    return entry.nextHop
      ? this.handOver(wire, entry.nextHop, beam, path, origin)
      : this.arrive(wire, beam, path, origin);
  }

  /** On the destination's own wire: whoever owns it there, be it a router with a public address mapped. */
  private arrive(wire: string, beam: Beam, path: readonly string[], origin?: string): Landing[] {
    const mapped = this.mappedOn(wire).overlapping(beam.destination ?? beam.destinations);
    const viaRouters = mapped.flatMap(({ side, mapping }) => {
      const toward = this.beams.toward(beam, mapping.outside);
      return toward ? this.enter(side, toward, path, origin) : [];
    });
    return [{ wire, beam }, ...viaRouters];
  }

  private handOver(wire: string, hop: IntervalSet, beam: Beam, path: readonly string[], origin?: string): Landing[] {
    const next = this.ownersOn(wire).overlapping(hop);
    if (next.length === 0) return [{ wire, beam, hop }];
    return next.flatMap((side) => this.enter(side, beam, path, origin));
  }

  private crossesScope(from: Side, to: Side, mapped: boolean): boolean {
    if (mapped || from.kind === 'gateway' || to.kind === 'gateway' || from.scope === to.scope) return false;
    return !this.driver.has('scopes-do-not-separate');
  }
}
