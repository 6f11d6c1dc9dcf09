import type { Reading } from '../packets/address-line';
import { hasPoint, type IntervalSet } from '../packets/interval-set';
import { PacketAlgebra, type Relation } from '../packets/packet-algebra';
import type { PodClass } from './pod-classes';
import { PodFilter } from './pod-filter';
import { PodLine } from './pod-line';
import type { Direction } from './pod-policy';
import type { PodWorld } from './pod-world';

/** Every source with every destination with every service; sources and destinations are points of the line. */
export interface PodFlow {
  readonly sources: IntervalSet;
  readonly destinations: IntervalSet;
  readonly services: IntervalSet;
}

/** Classes that the same rules are about, in one direction. */
interface Alike {
  readonly members: IntervalSet;
  /** The other side: a relation of its points to services. */
  readonly relation: Relation;
}

/**
 * Who reaches whom within a cluster, and from and to addresses outside of it: what the sender's policies let out and
 * the receiver's let in. Addresses outside are those that packets have inside the cluster.
 */
export class PodReachability {
  readonly line: PodLine;
  readonly filter: PodFilter;

  constructor(
    readonly world: PodWorld,
    /** Addresses outside that will be asked about. */
    texts: readonly string[] = [],
    algebra = new PacketAlgebra(),
  ) {
    this.line = new PodLine(algebra, world, texts);
    this.filter = new PodFilter(this.line, world);
  }

  /** Services that pass from one class of pods to another. */
  between(source: PodClass, destination: PodClass, reading: Reading): IntervalSet {
    const { lines } = this.line.algebra;
    const out = this.at(this.passes(source, 'egress', reading), this.line.point(destination.index));
    return lines.intersect(out, this.at(this.passes(destination, 'ingress', reading), this.line.point(source.index)));
  }

  /** What one class may send (`egress`) or receive, by its own side's policies alone. */
  passes(one: PodClass, direction: Direction, reading: Reading): Relation {
    return this.filter.passes(one, direction, reading);
  }

  /** Services between one class and each address outside. */
  outside(one: PodClass, direction: Direction, reading: Reading): Relation {
    return this.line.algebra.relations.restrict(this.passes(one, direction, reading), this.line.outside);
  }

  /** Addresses of a set between which and one class a service passes, in some reading. */
  passingAddresses(one: PodClass, direction: Direction, service: number, within: IntervalSet): IntervalSet {
    const { lines } = this.line.algebra;
    const { edges } = this.outside(one, direction, 'may');
    const passing = edges
      .filter(({ value }) => hasPoint(value, service))
      .map(({ keys }) => lines.intersect(keys, within));
    return lines.unionAll(passing);
  }

  /**
   * The complete reachability between pods, as disjoint products. Only groups that can send to a group at all are
   * looked at, so the work follows the answer and not the square of the pods.
   */
  *flows(reading: Reading): Generator<PodFlow> {
    const { lines } = this.line.algebra;
    const receivers = this.alike('ingress', reading);
    const senders = this.alike('egress', reading);
    const sendersTo = this.sendersTo(senders, receivers);
    for (const [number, receiver] of receivers.entries())
      for (const sender of sendersTo[number] as readonly Alike[])
        for (const taken of receiver.relation.edges) {
          const sources = lines.intersect(taken.keys, sender.members);
          if (sources === lines.empty) continue;
          for (const sent of sender.relation.edges) {
            const destinations = lines.intersect(sent.keys, receiver.members);
            if (destinations === lines.empty) continue;
            const services = lines.intersect(taken.value, sent.value);
            if (services !== lines.empty) yield { sources, destinations, services };
          }
        }
  }

  /** For each group of receivers, the groups whose senders may send to one of them. */
  private sendersTo(senders: readonly Alike[], receivers: readonly Alike[]): readonly (readonly Alike[])[] {
    const groupOf = new Array<number>(this.line.classes.all.length);
    for (const [number, { members }] of receivers.entries())
      for (const index of this.line.indices(members)) groupOf[index] = number;
    const found = receivers.map((): Alike[] => []);
    for (const sender of senders)
      for (const { keys } of sender.relation.edges)
        for (const index of this.line.indices(keys)) {
          const list = found[groupOf[index] as number] as Alike[];
          if (list.at(-1) !== sender) list.push(sender);
        }
    return found;
  }

  private alike(direction: Direction, reading: Reading): readonly Alike[] {
    const groups = new Map<Relation, [number, number][]>();
    for (const one of this.line.classes.all) {
      const relation = this.passes(one, direction, reading);
      const at = this.line.point(one.index);
      const points = groups.get(relation);
      if (points) points.push([at, at]);
      else groups.set(relation, [[at, at]]);
    }
    return [...groups].map(([relation, points]) => ({ relation, members: this.line.algebra.lines.of(points) }));
  }

  private at(relation: Relation, point: number): IntervalSet {
    return this.line.algebra.relations.at(relation, (keys) => hasPoint(keys, point));
  }
}
