import type { Intent, NetworkDriver } from '../model/intent';
import { Case } from './judge/case';
import { packetText, trace, type Way } from './judge/trace';
import { findEnds, type NamedClass, type UnknownName } from './name-resolution';
import { type IntervalSet, lowest } from './packets/interval-set';
import type { Packet } from './packets/packet-algebra';
import { protocolNumber, servicePoint } from './packets/service-line';
import type { WitnessPacket } from './proof';
import type { NetworkWorld } from './world/network-world';

/** What becomes of one packet between two names. */
export interface Explanation {
  /** `unknown` where it depends on something that is not known: see `missing`. */
  readonly verdict: 'passes' | 'blocked' | 'unknown';
  readonly pairs: readonly ExplainedPair[];
  /** The flow that allows it, when one does. */
  readonly allowedBy?: string;
  readonly missing: readonly string[];
}

export interface ExplainedPair {
  readonly from: string;
  readonly to: string;
  readonly packet: WitnessPacket;
  readonly passes: boolean;
  /** Ways that arrive; where none does, every way with its first block. */
  readonly ways: readonly Way[];
}

export interface QuestionFault {
  readonly faults: readonly UnknownName[];
}

/** At most this many pairs of classes are told one by one. */
const PAIRS = 16;

/**
 * Follows one packet, `tcp/5432`, `udp/53` or `icmp/8`, from one name to another: the path, or the first block on every
 * path. Names are labels of ends, ports, servers, addresses; one that is not known answers with near misses.
 */
export function why(
  world: NetworkWorld,
  intent: Intent | undefined,
  driver: NetworkDriver,
  from: string,
  to: string,
  packet: string,
): Explanation | QuestionFault {
  const asked = new Case(world, intent, driver);
  const { reach, ends } = asked;
  const [senders, receivers] = [findEnds(reach, ends, from), findEnds(reach, ends, to)];
  const service = serviceOf(packet);
  const faults = [senders, receivers].filter((one): one is UnknownName => 'near' in one);
  if (service === undefined)
    return {
      faults: [
        ...faults,
        {
          name: packet,
          near: ['tcp/443', 'udp/53', 'icmp/8'],
          message: {
            en: `${packet} is no packet; write tcp/443, udp/53 or icmp/8`,
            zh: `${packet} 无法识别；请写 tcp/443、udp/53 或 icmp/8`,
          },
        },
      ],
    };
  if (faults.length > 0 || 'near' in senders || 'near' in receivers) return { faults };
  return whyBetween(asked, senders, receivers, service);
}

/** The same for ends that are found already. `service` is a point of the line of services. */
export function whyBetween(
  asked: Case,
  senders: readonly NamedClass[],
  receivers: readonly NamedClass[],
  service: number,
): Explanation {
  const pairs: ExplainedPair[] = [];
  const missing = new Set<string>();
  for (const sender of senders)
    for (const receiver of receivers)
      if (pairs.length < PAIRS) {
        const explained = explain(asked, sender, receiver, service, missing);
        if (explained) pairs.push(explained);
      }
  const passing = pairs.filter((pair) => pair.passes);
  const verdict = missing.size > 0 ? 'unknown' : passing.length > 0 ? 'passes' : 'blocked';
  const described = passing[0]?.ways[0]?.steps.find((one) => one.what === 'let in')?.description;
  const flow = asked.intent?.flows.find((one) => described === one.id || described?.startsWith(`${one.id} `));
  return {
    verdict,
    pairs: passing.length > 0 ? passing : pairs,
    ...(flow && { allowedBy: flow.id }),
    missing: [...missing],
  };
}

function explain(
  asked: Case,
  from: NamedClass,
  to: NamedClass,
  service: number,
  missing: Set<string>,
): ExplainedPair | undefined {
  const { reach } = asked;
  const { algebra, line } = reach;
  const { lines } = algebra;
  if (
    from.one === to.one &&
    from.addresses === to.addresses &&
    lines.point(lowest(from.addresses) ?? 0) === from.addresses
  )
    return undefined;
  const wanted = algebra.box(from.addresses, inward(asked, to), lines.point(service));
  const passing = algebra.packets.intersect(reach.between(from.one, to.one), wanted);
  const packet = algebra.witness(passing) ?? anyPacket(asked, from, to, service);
  if (!packet) return undefined;
  const traced = trace(reach, from.one, to.one, packet);
  if (passing !== algebra.none) {
    const surely = asked.readings.surelyBetween(from.one, to.one);
    if (algebra.packets.intersect(surely, wanted) === algebra.none)
      for (const { place, assumption } of asked.doubts(from.one, to.one)) missing.add(`${place}: ${assumption}`);
  }
  const label = (one: NamedClass, at: number) => `${asked.end(one.one).label} (${line.pointText(at)})`;
  return {
    from: label(from, packet.source),
    to: label(to, packet.destination),
    packet: packetText(reach, packet),
    passes: traced.passes,
    ways: traced.ways,
  };
}

/** Destinations that lead to an end: its own addresses, and public ones mapped to them. */
function inward({ reach }: Case, to: NamedClass): IntervalSet {
  const { lines } = reach.algebra;
  const mapped = reach.world.routers.flatMap((router) =>
    reach.journeys
      .mappingsOf(router.id)
      .filter((mapping) => lines.overlaps(mapping.inside, to.addresses))
      .map((mapping) => mapping.outside),
  );
  return lines.unionAll([to.addresses, ...mapped]);
}

/** A packet to show a block with: the first of each that are of one family. */
function anyPacket({ reach }: Case, from: NamedClass, to: NamedClass, service: number): Packet | undefined {
  const { lines } = reach.algebra;
  for (const family of [4, 6] as const) {
    const own = (set: IntervalSet) => lowest(lines.intersect(set, reach.line.family(family)));
    const [source, destination] = [own(from.addresses), own(to.addresses)];
    if (source !== undefined && destination !== undefined && source !== destination)
      return { source, destination, service };
  }
  return undefined;
}

/** A packet as people write it, as a point of the line of services; undefined where it is none. */
export function serviceOf(text: string): number | undefined {
  const [name = '', value = '0'] = text.toLowerCase().split('/');
  const protocol = protocolNumber(name);
  const number = Number(value);
  if (protocol === undefined || !Number.isInteger(number) || number < 0 || number > 65_535) return undefined;
  const icmp = protocol === 1 || protocol === 58;
  if (icmp && number > 255) return undefined;
  return servicePoint(protocol, icmp ? number * 256 : number);
}
