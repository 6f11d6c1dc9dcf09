import { hasPoint, IntervalAlgebra, type IntervalSet, lowest } from './interval-set';
import { type Branching, Layer } from './layer';

/** Which services go with which addresses: what a port may send, or receive. */
export type Relation = Branching<IntervalSet>;

/** A set of packets: sources × destinations × services, as a canonical union. */
export type PacketSet = Branching<Relation>;

/** One packet, by its positions on the address line (twice) and on the service line. */
export interface Packet {
  readonly source: number;
  readonly destination: number;
  readonly service: number;
}

/** A product: every source with every destination with every service. */
export interface Box {
  readonly sources: IntervalSet;
  readonly destinations: IntervalSet;
  readonly services: IntervalSet;
}

/** The sets of one proof. Everything compared with each other comes out of one algebra. */
export class PacketAlgebra {
  readonly lines = new IntervalAlgebra();
  readonly relations = new Layer<IntervalSet>(this.lines, this.lines);
  readonly packets = new Layer<Relation>(this.lines, this.relations);
  readonly none: PacketSet = this.packets.empty;

  box(sources: IntervalSet, destinations: IntervalSet, services: IntervalSet): PacketSet {
    return this.packets.box(sources, this.relations.box(destinations, services));
  }

  has(set: PacketSet, packet: Packet): boolean {
    const relation = this.packets.at(set, (keys) => hasPoint(keys, packet.source));
    return hasPoint(
      this.relations.at(relation, (keys) => hasPoint(keys, packet.destination)),
      packet.service,
    );
  }

  /** The set as disjoint products, in a fixed order. */
  *boxes(set: PacketSet): Generator<Box> {
    for (const { keys: sources, value: relation } of set.edges)
      for (const { keys: destinations, value: services } of relation.edges) yield { sources, destinations, services };
  }

  /** One packet of the set, always the same one; undefined when there is none. */
  witness(set: PacketSet): Packet | undefined {
    for (const box of this.boxes(set)) {
      const [source, destination, service] = [lowest(box.sources), lowest(box.destinations), lowest(box.services)];
      if (source !== undefined && destination !== undefined && service !== undefined)
        return { source, destination, service };
    }
    return undefined;
  }
}
