import type { IntervalSet } from '../packets/interval-set';
import type { PacketAlgebra, PacketSet } from '../packets/packet-algebra';
import type { Step } from './step';

/**
 * Packets on their way, all alike: a box of packets *as they were sent*, with what translation has made of their
 * source, destination and service so far.
 */
export interface Beam {
  readonly sources: IntervalSet;
  readonly destinations: IntervalSet;
  readonly services: IntervalSet;
  /** Further conditions on the packets as sent; absent for none. */
  readonly filter?: PacketSet;
  /** Present where the packets now carry this one source, destination or service instead. */
  readonly source?: IntervalSet;
  readonly destination?: IntervalSet;
  readonly service?: IntervalSet;
  readonly steps: readonly Step[];
}

/** Operations on beams; each answers undefined where no packet is left. */
export class Beams {
  constructor(readonly algebra: PacketAlgebra) {}

  /** Those whose destination, as it is now, lies in `set`. */
  toward(beam: Beam, set: IntervalSet): Beam | undefined {
    const { lines } = this.algebra;
    if (beam.destination) return lines.overlaps(beam.destination, set) ? beam : undefined;
    const destinations = lines.intersect(beam.destinations, set);
    return destinations === lines.empty ? undefined : { ...beam, destinations };
  }

  /** Those whose destination, as it is now, lies outside of `set`. */
  awayFrom(beam: Beam, set: IntervalSet): Beam | undefined {
    const { lines } = this.algebra;
    if (beam.destination) return lines.overlaps(beam.destination, set) ? undefined : beam;
    const destinations = lines.subtract(beam.destinations, set);
    return destinations === lines.empty ? undefined : { ...beam, destinations };
  }

  from(beam: Beam, set: IntervalSet): Beam | undefined {
    const { lines } = this.algebra;
    if (beam.source) return lines.overlaps(beam.source, set) ? beam : undefined;
    const sources = lines.intersect(beam.sources, set);
    return sources === lines.empty ? undefined : { ...beam, sources };
  }

  notFrom(beam: Beam, set: IntervalSet): Beam | undefined {
    const { lines } = this.algebra;
    if (beam.source) return lines.overlaps(beam.source, set) ? undefined : beam;
    const sources = lines.subtract(beam.sources, set);
    return sources === lines.empty ? undefined : { ...beam, sources };
  }

  carrying(beam: Beam, set: IntervalSet): Beam | undefined {
    const { lines } = this.algebra;
    if (beam.service) return lines.overlaps(beam.service, set) ? beam : undefined;
    const services = lines.intersect(beam.services, set);
    return services === lines.empty ? undefined : { ...beam, services };
  }

  notCarrying(beam: Beam, set: IntervalSet): Beam | undefined {
    const { lines } = this.algebra;
    if (beam.service) return lines.overlaps(beam.service, set) ? undefined : beam;
    const services = lines.subtract(beam.services, set);
    return services === lines.empty ? undefined : { ...beam, services };
  }

  /** Those that a filter, asked about the packets as they are now, lets through. */
  through(beam: Beam, filter: PacketSet): Beam | undefined {
    const { packets, relations, lines } = this.algebra;
    let passing = packets.empty;
    for (const box of this.algebra.boxes(filter)) {
      const now = { sources: box.sources, destinations: box.destinations, services: box.services };
      const sent = [
        pulled(lines, beam.sources, beam.source, now.sources),
        pulled(lines, beam.destinations, beam.destination, now.destinations),
        pulled(lines, beam.services, beam.service, now.services),
      ] as const;
      passing = packets.union(passing, packets.box(sent[0], relations.box(sent[1], sent[2])));
    }
    const both = beam.filter ? packets.intersect(beam.filter, passing) : passing;
    return both === packets.empty ? undefined : { ...beam, filter: both };
  }

  stepping(beam: Beam, ...steps: Step[]): Beam {
    return { ...beam, steps: [...beam.steps, ...steps] };
  }
}

/** Which values as sent have become one of `wanted`. */
function pulled(
  lines: PacketAlgebra['lines'],
  sent: IntervalSet,
  now: IntervalSet | undefined,
  wanted: IntervalSet,
): IntervalSet {
  if (now) return lines.overlaps(now, wanted) ? sent : lines.empty;
  return lines.intersect(sent, wanted);
}

/** Whether nothing on its way has changed a beam, or let only a part of it through by its own rules. */
export function isAsSent({ source, destination, service, filter }: Beam): boolean {
  return !source && !destination && !service && !filter;
}
