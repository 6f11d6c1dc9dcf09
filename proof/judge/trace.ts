import { hasPoint, type IntervalSet } from '../packets/interval-set';
import type { Packet, Relation } from '../packets/packet-algebra';
import { pointText } from '../packets/service-line';
import type { PathStep, WitnessPacket } from '../proof';
import { classLabel, type EndpointClass } from '../reach/endpoint-class';
import { acceptedFrom } from '../reach/handed-over';
import type { Landing } from '../reach/landing';
import type { Reachability } from '../reach/reachability';
import type { Declared } from '../world/declared';
import { listenersFor, rulesFor } from './deciding-rules';

/** One way that a packet takes, or would take: its steps, and the first thing that stops it. */
export interface Way {
  readonly steps: readonly PathStep[];
  readonly block?: PathStep;
}

export interface Trace {
  readonly passes: boolean;
  /** Ways that arrive, if any does; else every way with its block. */
  readonly ways: readonly Way[];
}

/** Follows one packet from one class to another on every path. */
export function trace(reach: Reachability, from: EndpointClass, to: EndpointClass, packet: Packet): Trace {
  const sent = sending(reach, from, packet);
  if (sent.block) return { passes: false, ways: [sent] };
  const destination = reach.algebra.lines.point(packet.destination);
  const landings = reach.journeys.fromWire(from.wire, destination).filter((landing) => holds(reach, landing, packet));
  const ways = landings
    .filter((landing) => landing.wire === to.wire)
    .map((landing) => arriving(reach, landing, to, packet, sent.steps))
    .filter((way) => way !== undefined);
  const arrived = ways.filter((way) => !way.block);
  if (arrived.length > 0) return { passes: true, ways: shortestFirst(arrived) };
  return { passes: false, ways: ways.length > 0 ? shortestFirst(ways) : lost(reach, from, to, packet, sent.steps) };
}

/** The packet in words. */
export function packetText(reach: Reachability, packet: Packet): WitnessPacket {
  return {
    source: reach.line.pointText(packet.source),
    destination: reach.line.pointText(packet.destination),
    service: pointText(packet.service),
  };
}

function sending(reach: Reachability, from: EndpointClass, packet: Packet): Way {
  const first = step('sent', owner(from), `from ${classLabel(from)}`);
  if (!hasPoint(from.sources, packet.source)) {
    const address = reach.line.pointText(packet.source);
    return { steps: [first], block: step('port security', owner(from), `${address} is no address of the port`) };
  }
  if (!allows(reach, from.egress, packet.destination, packet.service))
    return { steps: [first], block: refusal(reach, from, 'egress') };
  return { steps: [first, ...rulesFor(reach, from, 'egress', packet.destination, packet.service)] };
}

function arriving(
  reach: Reachability,
  { beam, hop }: Landing,
  to: EndpointClass,
  packet: Packet,
  sent: readonly PathStep[],
): Way | undefined {
  const source = beam.source?.bounds[0] ?? packet.source;
  const destination = beam.destination?.bounds[0] ?? packet.destination;
  const service = beam.service?.bounds[0] ?? packet.service;
  const takes = hop ? acceptedFrom(reach, to, hop) : to.receives;
  if (!hasPoint(takes, destination)) return undefined;
  const steps = [...sent, ...beam.steps.map((one) => step(one.what, one.at, one.detail))];
  if (!allows(reach, to.ingress, source, service)) return { steps, block: refusal(reach, to, 'ingress') };
  const admitted = to.balancer
    ? listenersFor(reach, to, source, service)
    : rulesFor(reach, to, 'ingress', source, service);
  return { steps: [...steps, ...admitted, step('received', owner(to), `by ${classLabel(to)}`)] };
}

function holds({ algebra }: Reachability, { beam }: Landing, packet: Packet): boolean {
  return (
    hasPoint(beam.sources, packet.source) &&
    hasPoint(beam.destinations, packet.destination) &&
    hasPoint(beam.services, packet.service) &&
    (!beam.filter || algebra.has(beam.filter, packet))
  );
}

function allows({ algebra }: Reachability, relation: Relation, other: number, service: number): boolean {
  return hasPoint(
    algebra.relations.at(relation, (keys: IntervalSet) => hasPoint(keys, other)),
    service,
  );
}

function refusal(reach: Reachability, one: EndpointClass, direction: 'ingress' | 'egress'): PathStep {
  if (one.balancer) return step('refused', one.balancer, 'no listener takes it');
  const groups = one.groups.map((id) => reach.filters.groupOf(id));
  const named = groups.map((group) => group?.id).join(', ') || 'no group at all';
  return step('refused', groups[0] ?? owner(one), `no ${direction} rule of ${named} lets it through`);
}

/** Nothing arrives on the receiver's wire: what each router on the sender's says. */
function lost(
  reach: Reachability,
  from: EndpointClass,
  to: EndpointClass,
  packet: Packet,
  sent: readonly PathStep[],
): Way[] {
  const destination = reach.line.pointText(packet.destination);
  const routers = [...new Set(reach.journeys.sides(from.wire).map((side) => side.router))];
  if (from.wire === to.wire)
    return [{ steps: sent, block: step('lost', owner(to), `${destination} is no address of ${classLabel(to)}`) }];
  if (routers.length === 0)
    return [{ steps: sent, block: step('lost', wire(reach, from.wire), `no router is on ${from.wire}`) }];
  return routers.map((router) => ({
    steps: sent,
    block: step('lost', router, `no path from ${router.id} leads to ${destination} on ${to.wire}`),
  }));
}

function wire(reach: Reachability, id: string): Declared {
  return reach.world.networks.find((network) => network.id === id) ?? { id, place: id };
}

/** The resource that stands for a class. */
export function owner(one: EndpointClass): Declared {
  return one.members[0] ?? one.balancer ?? one.beyond ?? one.outsider ?? { id: one.key, place: one.key };
}

export function step(what: string, at: Declared, detail: string, description?: string): PathStep {
  return { what, resource: at.id, place: at.place, detail, ...(description !== undefined && { description }) };
}

function shortestFirst(ways: readonly Way[]): Way[] {
  return [...ways].sort((a, b) => a.steps.length - b.steps.length);
}
