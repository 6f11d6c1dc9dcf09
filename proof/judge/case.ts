import type { FlowEnd } from '../../model/flow';
import type { Intent, NetworkDriver } from '../../model/intent';
import type { Text } from '../../model/text';
import { type DriverBehaviour, deviations } from '../facts/driver-behaviour';
import { holdsBlock, type IpBlock, readBlock } from '../packets/ip-block';
import type { PacketSet } from '../packets/packet-algebra';
import type { PathStep, Violation } from '../proof';
import type { EndpointClass } from '../reach/endpoint-class';
import type { Reachability } from '../reach/reachability';
import { Topology } from '../reach/topology';
import type { NetworkWorld } from '../world/network-world';
import { type AcceptedFlowSet, AcceptedFlows, type UnneededFlowSet } from './accepted-flows';
import { AllowedFlows } from './allowed-flows';
import { type NamedEnd, NamedEnds } from './named-ends';
import { type CommonLine, Readings } from './readings';
import type { Ruling } from './ruling';
import { owner, packetText, trace } from './trace';
import { WirePlanes } from './wire-planes';

/** What one reading leaves between two classes; the judge of a statement says which packets count. */
export type Offence = (reach: Reachability, from: EndpointClass, to: EndpointClass, packets: PacketSet) => PacketSet;

/** Everything that the statements about one world are judged on. */
export class Case {
  readonly topology: Topology;
  /** Which plane each wire belongs to. */
  readonly planes: WirePlanes;
  private readonly allowed = new Map<Reachability, AllowedFlows>();
  private readonly inside: readonly IpBlock[];
  private madeReadings: Readings | undefined;
  private madeEnds: NamedEnds | undefined;
  private madeAccepted: AcceptedFlows | undefined;

  constructor(
    readonly world: NetworkWorld,
    readonly intent: Intent | undefined,
    readonly driver: NetworkDriver,
    private readonly sets: readonly AcceptedFlowSet[] = [],
    /** What its sets have in common with those of another case. @default nothing */
    readonly common?: CommonLine,
  ) {
    this.topology = new Topology(world);
    this.planes = new WirePlanes(world, this.topology.wires, intent, () => this.reach);
    this.inside = (intent?.planes ?? []).flatMap((plane) => plane.blocks.flatMap((block) => readBlock(block) ?? []));
  }

  /** Made when the first packet is asked for: where parts of the networks answer alone, none is. */
  get readings(): Readings {
    const { world, driver, intent, topology, common } = this;
    this.madeReadings ??= new Readings(world, driver, intent ? intentBlocks(intent) : [], topology, common);
    return this.madeReadings;
  }

  get reach(): Reachability {
    return this.readings.may;
  }

  /** The same world and question where somebody accepts some packets; what is computed already is shared. */
  accepting(sets: readonly AcceptedFlowSet[]): Case {
    const { readings, ends } = this;
    const same = new Case(this.world, this.intent, this.driver, sets, this.common);
    return Object.assign(same, { planes: this.planes, madeReadings: readings, madeEnds: ends });
  }

  /** What the driver makes of the resources; undefined while no packet was asked for. */
  get behaviour(): DriverBehaviour | undefined {
    return this.madeReadings?.may.behaviour;
  }

  get ends(): NamedEnds {
    this.madeEnds ??= new NamedEnds(this.reach, this.intent, this.planes);
    return this.madeEnds;
  }

  get accepted(): AcceptedFlows {
    this.madeAccepted ??= new AcceptedFlows(this.sets, this.reach);
    return this.madeAccepted;
  }

  /** Accepted sets that cover more than passes; no set needs no packet to tell. */
  get unneeded(): readonly UnneededFlowSet[] {
    return this.sets.length === 0 ? [] : this.accepted.unneeded;
  }

  end(one: EndpointClass): NamedEnd {
    return this.ends.of(one);
  }

  /** The flows as sets of one reading. */
  allowedIn(reach: Reachability): AllowedFlows {
    const known =
      this.allowed.get(reach) ?? new AllowedFlows(reach, this.intent?.flows ?? [], (end) => this.isInside(end));
    this.allowed.set(reach, known);
    return known;
  }

  /** Whether an end is a part of the cloud: a zone's, or all of it within the blocks of the planes. */
  isInside(end: FlowEnd): boolean {
    return end.zone !== undefined || end.prefixes.every((prefix) => this.isOurs(prefix));
  }

  private isOurs(prefix: string): boolean {
    const block = readBlock(prefix);
    return block !== undefined && this.inside.some((own) => holdsBlock(own, block));
  }

  /**
   * What passes between two classes and no flow allows, in the reading given. Flows are read the other way: what `may`
   * finds must surely be allowed, what `must` finds is only a violation where no flow may allow it.
   */
  readonly unallowed: Offence = (reach, from, to, packets) => {
    const { may } = this.readings;
    return this.allowedIn(reach === may ? this.readings.must : may).beyond(packets, from, to);
  };

  /** Ids of the flows that allow some of these packets. */
  allowing(packets: PacketSet): string[] {
    return this.allowedIn(this.readings.may).allowing(packets);
  }

  /** Judges one pair: nothing of `offence` may pass from one class to the other. */
  nothing(
    ruling: Ruling,
    from: EndpointClass,
    to: EndpointClass,
    packets: PacketSet,
    offence: Offence,
    why: Text,
  ): void {
    const { may, algebra } = this.readings;
    const labels = [this.end(from).label, this.end(to).label] as const;
    const beyond = (found: PacketSet) =>
      found === algebra.none ? found : this.accepted.beyond(ruling.id, ...labels, found);
    if (beyond(offence(may, from, to, packets)) === algebra.none) return;
    const surely = this.readings.surelyBetween(from, to);
    const left = beyond(
      offence(this.readings.must, this.readings.strictClass(from), this.readings.strictClass(to), surely),
    );
    if (left !== algebra.none) ruling.violated(() => this.violation(from, to, left, why));
    else for (const { place, assumption } of this.doubts(from, to)) ruling.unknown(place, assumption);
  }

  violation(from: EndpointClass, to: EndpointClass, packets: PacketSet, because: Text): Violation {
    const packet = this.readings.algebra.witness(packets);
    const ends = { from: this.end(from).label, to: this.end(to).label, because };
    if (!packet) return { ...ends, path: [], place: owner(to).place };
    const way = trace(this.reach, from, to, packet).ways[0];
    const path = way?.steps ?? [];
    return { ...ends, packet: packetText(this.reach, packet), path, place: cause(path) ?? owner(to).place };
  }

  /** Why the two readings differ between two classes; what could be anywhere is always among it. */
  doubts(from: EndpointClass, to: EndpointClass): { readonly place: string; readonly assumption: string }[] {
    const outsiders = [from.outsider, to.outsider].filter((one) => one !== undefined);
    if (outsiders.length > 0)
      return outsiders.map(({ place, id }) => ({ place, assumption: `${id} attaches nothing that could see it` }));
    const groups = new Set([...from.groups, ...to.groups]);
    const ports = new Set([...from.members, ...to.members].map((port) => port.id));
    const near = this.world.unknowns.filter(
      ({ touches }) =>
        (touches.kind === 'group' && groups.has(touches.id)) || (touches.kind === 'port' && ports.has(touches.id)),
    );
    const foreign = [...groups].filter((id) => this.reach.filters.groupOf(id)?.known === false);
    const undecided = [...this.reach.behaviour.undecided].map((id) => ({
      place: 'cloud.network',
      assumption: `the network driver is known: ${deviations[id].what.en}`,
    }));
    const doubts = [
      ...near,
      ...this.openRemotes(groups),
      ...foreign.map((id) => ({ place: id, assumption: `the rules of ${id} are known` })),
      ...undecided,
    ];
    if (doubts.length > 0) return doubts;
    return [{ place: owner(to).place, assumption: 'the addresses that apply will choose are known' }];
  }

  /** Rules about groups that ports of other projects may have. */
  private openRemotes(groups: ReadonlySet<string>): { readonly place: string; readonly assumption: string }[] {
    const rules = [...groups].flatMap((group) => this.reach.filters.rulesOf(group));
    return rules.flatMap(({ place, remote }) =>
      remote.kind === 'group' && this.reach.filters.groupOf(remote.group)?.shared === true
        ? [{ place, assumption: `no port of another project has ${remote.group}` }]
        : [],
    );
  }
}

/** The rule that lets a packet in is what a person will change; else the last thing on its way. */
function cause(path: readonly PathStep[]): string | undefined {
  return path.findLast((step) => step.what === 'let in')?.place ?? path.at(-1)?.place;
}

/** Every block that an intent names. */
export function intentBlocks(intent: Intent): string[] {
  return [
    ...intent.planes.flatMap((plane) => plane.blocks),
    ...intent.zones.flatMap((zone) => zone.prefixes),
    ...intent.ends.flatMap((end) => end.prefixes),
    ...intent.flows.flatMap((flow) => [...flow.from.prefixes, ...flow.to.prefixes]),
    ...intent.operations,
    '0.0.0.0/0',
    '::/0',
  ];
}
