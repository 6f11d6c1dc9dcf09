import type { Intent, NetworkDriver } from '../model/intent';
import { Case } from './judge/case';
import { packetText } from './judge/trace';
import type { PacketSet } from './packets/packet-algebra';
import { servicesText } from './packets/service-line';
import type { WitnessPacket } from './proof';
import type { NetworkWorld } from './world/network-world';

/** Everything that passes from one named end to another. */
export interface ReachedFlow {
  /** `extranet/dept`; the plane, or nothing, where an end is in no zone. */
  readonly fromZone: string;
  readonly toZone: string;
  readonly from: string;
  readonly to: string;
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  /** `tcp/443, udp/53`. */
  readonly services: string;
  /** Ids of the flows that allow a part of it. */
  readonly allowedBy: readonly string[];
  /** Absent when every packet of it is allowed. */
  readonly unallowed?: WitnessPacket;
}

/** Blocks of one end are told up to this many; the rest is `…`. */
const BLOCKS = 8;

/** The complete reachability, grouped by zones and ends, in a fixed order. `from` keeps one zone or label only. */
export function flows(
  world: NetworkWorld,
  intent: Intent | undefined,
  driver: NetworkDriver,
  from?: string,
): readonly ReachedFlow[] {
  const asked = new Case(world, intent, driver);
  const found = new Map<string, ReachedFlow>();
  const sets = new Map<string, { all: PacketSet; beyond: PacketSet; ends: readonly [End, End] }>();
  const { algebra, may } = asked.readings;
  for (const one of may.all()) {
    if ((one.from.beyond || one.from.outsider) && (one.to.beyond || one.to.outsider)) continue;
    const ends = [endOf(asked, one.from), endOf(asked, one.to)] as const;
    if (from !== undefined && !isMeant(ends[0], from)) continue;
    const key = ends.map((end) => `${end.zone}\t${end.label}`).join('\t');
    const known = sets.get(key) ?? { all: algebra.none, beyond: algebra.none, ends };
    const beyond = intent ? asked.unallowed(may, one.from, one.to, one.packets) : algebra.none;
    sets.set(key, {
      all: algebra.packets.union(known.all, one.packets),
      beyond: algebra.packets.union(known.beyond, beyond),
      ends,
    });
  }
  for (const [key, { all, beyond, ends }] of sets) found.set(key, told(asked, ends, all, beyond));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow);
}

/** `extranet/dept`, `dept` for the zones of that key in all planes, or the label of an end. */
function isMeant({ zone, label }: End, name: string): boolean {
  return zone === name || label === name || zone.endsWith(`/${name}`);
}

interface End {
  /** `extranet/dept`, or the plane of an end that is in no zone. */
  readonly zone: string;
  readonly label: string;
}

function endOf(asked: Case, one: Parameters<Case['end']>[0]): End {
  const { zone, label: called, plane } = asked.end(one);
  // The address of a load balancer lies in the zone itself: what it serves says more than the zone, which is told anyway.
  const label = one.balancer?.name !== undefined && called === zone?.key ? `entry ${one.balancer.name}` : called;
  return { zone: [plane, zone?.key].filter((one) => one !== undefined).join('/'), label };
}

function told(asked: Case, [from, to]: readonly [End, End], all: PacketSet, beyond: PacketSet): ReachedFlow {
  const { algebra, may } = asked.readings;
  const boxes = [...algebra.boxes(all)];
  const { lines } = algebra;
  const union = (pick: (box: (typeof boxes)[number]) => Parameters<typeof lines.union>[0]) =>
    lines.unionAll(boxes.map(pick));
  const blocks = (texts: readonly string[]) => (texts.length > BLOCKS ? [...texts.slice(0, BLOCKS), '…'] : texts);
  const witness = algebra.witness(beyond);
  return {
    fromZone: from.zone,
    toZone: to.zone,
    from: from.label,
    to: to.label,
    sources: blocks(may.line.text(union((box) => box.sources))),
    destinations: blocks(may.line.text(union((box) => box.destinations))),
    services: servicesText(
      lines,
      union((box) => box.services),
    ),
    allowedBy: asked.allowing(all),
    ...(witness && { unallowed: packetText(may, witness) }),
  };
}
