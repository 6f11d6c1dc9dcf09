import type { AllowedFlow, FlowEnd, PortRange } from '../../model/flow';
import { linkServices } from '../facts/link-services';
import type { IntervalSet } from '../packets/interval-set';
import type { PacketSet } from '../packets/packet-algebra';
import { isIcmp, portServices, wholeProtocol } from '../packets/service-line';
import type { EndpointClass } from '../reach/endpoint-class';
import type { Reachability } from '../reach/reachability';
import { SetIndex } from '../reach/set-index';

/** A flow as sets of one reading. */
export interface FlowBox {
  readonly flow: AllowedFlow;
  readonly sources: IntervalSet;
  readonly destinations: IntervalSet;
  readonly services: IntervalSet;
}

const PROTOCOLS = { tcp: 6, udp: 17, icmp: 1 } as const;

/** The flows of an intent, ready to be compared with what a reachability found. */
export class AllowedFlows {
  readonly boxes: readonly FlowBox[];
  private readonly byDestination: SetIndex<FlowBox>;
  private readonly link: IntervalSet;
  private readonly outside: IntervalSet;
  private readonly onWires = new Map<string, IntervalSet>();

  constructor(
    private readonly reach: Reachability,
    flows: readonly AllowedFlow[],
    private readonly isInside: (end: FlowEnd) => boolean,
  ) {
    const { lines } = reach.algebra;
    this.link = linkServices(lines);
    this.outside = lines.unionAll(reach.classes.flatMap((one) => (one.beyond ? [one.sources, one.receives] : [])));
    this.boxes = flows.filter((flow) => !isRelayed(flow)).map((flow) => this.box(flow));
    this.byDestination = new SetIndex(this.boxes, (box) => box.destinations);
  }

  /** What is left of packets between two classes when every allowed flow, and what every wire carries, is taken away. */
  beyond(packets: PacketSet, from: EndpointClass, to: EndpointClass): PacketSet {
    const { algebra } = this.reach;
    const { lines } = algebra;
    let rest = packets;
    if (from.wire === to.wire)
      rest = algebra.packets.subtract(
        rest,
        algebra.box(this.reach.line.everything, this.reach.line.everything, this.link),
      );
    // Whoever attaches a port to a network of others may get an address of theirs, and is still nobody that a flow means.
    if (from.outsider || to.outsider) return rest;
    const destinations = lines.unionAll(packets.edges.flatMap((one) => one.value.edges.map((edge) => edge.keys)));
    const honest = this.honest(from);
    for (const box of this.byDestination.overlapping(destinations)) {
      if (rest === algebra.none) return rest;
      if (!lines.overlaps(box.sources, from.sources)) continue;
      rest = algebra.packets.subtract(
        rest,
        algebra.box(lines.intersect(box.sources, honest), box.destinations, box.services),
      );
    }
    return rest;
  }

  /** Ids of the flows that allow some of these packets, sorted. */
  allowing(packets: PacketSet): string[] {
    const { algebra } = this.reach;
    const destinations = algebra.lines.unionAll(
      packets.edges.flatMap((one) => one.value.edges.map((edge) => edge.keys)),
    );
    const some = this.byDestination
      .overlapping(destinations)
      .filter(
        (box) =>
          algebra.packets.intersect(packets, algebra.box(box.sources, box.destinations, box.services)) !== algebra.none,
      );
    return some.map((box) => box.flow.id).sort();
  }

  /** Addresses by which a sender can be meant: an address pair of another wire makes nobody the one who has it there. */
  private honest(from: EndpointClass): IntervalSet {
    const { line, wires, world } = this.reach;
    const known = from.beyond ? line.everything : this.onWires.get(from.wire);
    if (known) return known;
    const cidrs = world.subnets.filter((subnet) => wires.of(subnet.network) === from.wire).map(({ cidr }) => cidr);
    const made = cidrs.length > 0 ? line.sets(cidrs) : line.everything;
    this.onWires.set(from.wire, made);
    return made;
  }

  /** A party outside of the cloud has no address of the inside, however wide its blocks. */
  private within(end: FlowEnd, addresses: IntervalSet): IntervalSet {
    return this.isInside(end) ? addresses : this.reach.algebra.lines.intersect(addresses, this.outside);
  }

  private box(flow: AllowedFlow): FlowBox {
    const { line } = this.reach;
    const to = this.within(flow.to, line.sets(flow.to.prefixes));
    return {
      flow,
      sources: this.within(flow.from, line.sets(flow.from.prefixes)),
      destinations: this.reach.journeys.leadingTo(to),
      services: portsSet(this.reach, flow.ports),
    };
  }
}

/** A channel through a gap device is no packet that any network carries. */
export function isRelayed({ row }: AllowedFlow): boolean {
  return row === 'F05';
}

/** ICMP of a flow is that of both families. */
function portsSet({ algebra: { lines } }: Reachability, ports: readonly PortRange[]): IntervalSet {
  return lines.unionAll(
    ports.flatMap(({ protocol, from, to }) => {
      const number = PROTOCOLS[protocol];
      if (isIcmp(number)) return [wholeProtocol(lines, 1), wholeProtocol(lines, 58)];
      return [portServices(lines, number, from, to)];
    }),
  );
}
