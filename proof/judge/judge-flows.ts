import type { AllowedFlow, FlowEnd } from '../../model/flow';
import type { PacketSet } from '../packets/packet-algebra';
import type { Statement } from '../proof';
import type { EndpointClass } from '../reach/endpoint-class';
import type { Reachability } from '../reach/reachability';
import { SetIndex } from '../reach/set-index';
import { type FlowBox, isRelayed } from './allowed-flows';
import type { Case } from './case';
import { doubtEverything } from './judge-planes';
import { repliesPass } from './replies';
import { Ruling, said } from './ruling';
import { owner, packetText, trace } from './trace';

/** What is assumed of a flow where nobody stands at one of its ends. */
const BOTH_ENDS = 'both ends have a port among these resources';

/**
 * Every flow really passes, between every two ports that it names. What all departments of a plane may do is promised to
 * nobody where the design has none in it: then there is no statement.
 */
export function judgeFlows(asked: Case): Statement[] {
  const { must, may } = asked.readings;
  const strict = asked.allowedIn(must);
  const loose = new Map(asked.allowedIn(may).boxes.map((box) => [box.flow.id, box]));
  const index = {
    senders: new SetIndex(must.classes, (one) => one.sources),
    receivers: new SetIndex(must.classes, (one) => (one.beyond ? one.receives : must.journeys.leadingTo(one.owns))),
  };
  return [
    ...strict.boxes
      .filter(({ flow }) => isPromised(asked, flow))
      .map((box) => judgeFlow(asked, index, box, loose.get(box.flow.id) as FlowBox)),
    ...(asked.intent?.flows ?? []).filter(isRelayed).map((flow) => judgeChannel(asked, flow)),
  ];
}

function isPromised(asked: Case, { from, to }: AllowedFlow): boolean {
  const isEverybody = (end: FlowEnd) => asked.isInside(end) && end.zone === undefined;
  const plane = isEverybody(from) ? to.zone?.plane : isEverybody(to) ? from.zone?.plane : undefined;
  if (plane === undefined) return true;
  return asked.intent?.ends.some(({ tenant, zone }) => tenant !== undefined && zone?.plane === plane) ?? true;
}

/** A channel of a gap device: both ends have a port, and no packet goes from one to the other. */
function judgeChannel(asked: Case, flow: AllowedFlow): Statement {
  const [{ id, place }, a, b] = [flow, flow.from.label, flow.to.label];
  const text = said(
    `the gap device relays from ${a} to ${b}; no other path leads there`,
    `${a} 至 ${b} 仅由网闸摆渡，别无通路`,
  );
  const ruling = new Ruling({ id: `FLOW ${id}`, kind: 'flow', place, text });
  const labelled = (label: string) => asked.reach.classes.filter((one) => asked.end(one).label === label);
  const [senders, receivers] = [labelled(a), labelled(b)];
  if (senders.length === 0 || receivers.length === 0) ruling.unknown(place, BOTH_ENDS);
  for (const from of senders)
    for (const to of receivers)
      asked.nothing(
        ruling,
        from,
        to,
        asked.reach.between(from, to),
        (_reach, _from, _to, all) => all,
        said('packets pass beside the gap device', '报文绕过网闸'),
      );
  doubtEverything(asked, ruling);
  return ruling.statement;
}

interface EndIndex {
  readonly senders: SetIndex<EndpointClass>;
  readonly receivers: SetIndex<EndpointClass>;
}

function judgeFlow(asked: Case, index: EndIndex, box: FlowBox, loose: FlowBox): Statement {
  const { flow } = box;
  const ruling = new Ruling({
    id: `FLOW ${flow.id}`,
    kind: 'flow',
    place: flow.place,
    text: said(`${flow.from.label} reaches ${flow.to.label}`, `${flow.from.label} 可达 ${flow.to.label}`),
  });
  const { must, may } = asked.readings;
  const senders = speakers(asked, flow.from, index.senders.overlapping(box.sources));
  const receivers = speakers(asked, flow.to, index.receivers.overlapping(box.destinations));
  let pairs = 0;
  for (const from of senders)
    for (const to of receivers) {
      if (!belongTogether(asked, from, to)) continue;
      const needed = need(must, from, to, box);
      if (needed === must.algebra.none) continue;
      pairs++;
      const missing = must.algebra.packets.subtract(needed, must.usual(from).get(to) ?? must.algebra.none);
      const reply = repliesPass(must, from, to);
      if (missing === must.algebra.none && reply) continue;
      const [like, there] = [sameClass(may, from), sameClass(may, to)];
      const never = must.algebra.packets.subtract(
        need(may, like, there, loose),
        may.usual(like).get(there) ?? may.algebra.none,
      );
      const blocked = reply ? never : needed;
      if (blocked !== must.algebra.none) ruling.violated(() => obstacle(asked, flow, like, there, blocked, reply));
      else for (const { place, assumption } of asked.doubts(from, to)) ruling.unknown(place, assumption);
    }
  if (pairs === 0) ruling.unknown(flow.place, BOTH_ENDS);
  return ruling.statement;
}

/**
 * Who stands for an end. A party outside: strangers. An end inside: the ports that bear its name; if none does, physical
 * hosts on its wire; if there are none, every port with one of its addresses.
 */
function speakers(asked: Case, end: FlowEnd, classes: readonly EndpointClass[]): readonly EndpointClass[] {
  const [outside, inside] = [classes.filter((one) => one.beyond), classes.filter((one) => !one.beyond)];
  if (!asked.isInside(end)) return outside.length > 0 ? outside : inside;
  if (!end.zone) return inside.filter((one) => asked.end(one).tenant !== undefined && !one.balancer);
  const named = inside.filter((one) => asked.end(sameClass(asked.reach, one)).label === end.label);
  return named.length > 0 ? named : outside.length > 0 ? outside : inside;
}

function sameClass(reach: Reachability, one: EndpointClass): EndpointClass {
  return reach.classNamed(one.key) as EndpointClass;
}

/** Ends in different planes meet nowhere, and a party outside stands beyond the plane of the other end only. */
function belongTogether(asked: Case, from: EndpointClass, to: EndpointClass): boolean {
  return asked.ends.planeOfWire(from.wire) === asked.ends.planeOfWire(to.wire);
}

/** Destinations of a flow that lead to a class: its own addresses, and public ones that are mapped to them. */
function wanted({ algebra: { lines }, journeys }: Reachability, one: EndpointClass, box: FlowBox) {
  if (one.beyond)
    return lines.overlaps(one.receives, box.destinations) ? lines.intersect(one.receives, box.destinations) : undefined;
  const set = lines.intersect(journeys.leadingTo(one.owns), box.destinations);
  return set === lines.empty ? undefined : set;
}

/** The packets of a flow from one class to another, family by family, none of them from a port to itself. */
function need(reach: Reachability, from: EndpointClass, to: EndpointClass, box: FlowBox): PacketSet {
  const { algebra, line } = reach;
  const { lines } = algebra;
  const destinations = wanted(reach, to, box);
  if (!destinations) return algebra.none;
  // A load balancer speaks to its members from an address of its own, not from the one that clients use.
  const speaking = from.balancer
    ? lines.subtract(from.sources, line.set(from.balancer.address) ?? lines.empty)
    : from.sources;
  const sources = lines.intersect(speaking, box.sources);
  const families = ([4, 6] as const).map((family) =>
    algebra.box(
      lines.intersect(sources, line.family(family)),
      lines.intersect(destinations, line.family(family)),
      box.services,
    ),
  );
  let needed = algebra.packets.unionAll(families);
  // A load balancer speaks to its own members only, whatever the zone may.
  if (from.balancer) needed = algebra.packets.intersect(needed, algebra.packets.box(sources, from.egress));
  if (from === to)
    for (const port of from.members) {
      const own = line.sets(port.addresses);
      needed = algebra.packets.subtract(needed, algebra.box(own, own, box.services));
    }
  return needed;
}

function obstacle(
  asked: Case,
  flow: AllowedFlow,
  from: EndpointClass,
  to: EndpointClass,
  blocked: PacketSet,
  reply: boolean,
): ReturnType<Case['violation']> {
  const packet = asked.readings.algebra.witness(blocked);
  const ends = { from: asked.end(from).label, to: asked.end(to).label };
  if (!packet) return { ...ends, path: [], place: flow.place, because: said('it does not pass', '未放行') };
  const way = trace(asked.reach, from, to, packet).ways[0];
  const path = [...(way?.steps ?? []), ...(way?.block ? [way.block] : [])];
  const because = reply
    ? said(`${flow.id} does not pass: ${way?.block?.detail ?? 'no usual route'}`, `${flow.id} 未放行`)
    : said(`${flow.id}: a stateless group lets no reply back`, `${flow.id}：无状态安全组未放行应答`);
  return {
    ...ends,
    packet: packetText(asked.reach, packet),
    path,
    place: way?.block?.place ?? owner(to).place,
    because,
  };
}
