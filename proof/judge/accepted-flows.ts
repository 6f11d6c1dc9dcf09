import type { PortRange } from '../../model/flow';
import type { PacketSet } from '../packets/packet-algebra';
import { portServices, servicesText, wholeProtocol } from '../packets/service-line';
import type { Reachability } from '../reach/reachability';

/** Packets that somebody accepts although a statement says that none passes. It covers exactly these, never more. */
export interface AcceptedFlowSet {
  /** Id of the statement: `INV-4`, `TENANT finance`, `NOTHING-ELSE`. */
  readonly statement: string;
  /** Label of the end that sends, and of the one that receives. */
  readonly from: string;
  readonly to: string;
  readonly ports: readonly PortRange[];
  /** `file:line:column` of the waiver. */
  readonly place: string;
}

/** An accepted set that is larger than what passes; `beyond` is the rest, or all of it where nothing of it passes. */
export interface UnneededFlowSet {
  readonly set: AcceptedFlowSet;
  readonly beyond: string;
  readonly isUnused: boolean;
}

const PROTOCOLS = { tcp: 6, udp: 17, icmp: 1 } as const;

/** Takes accepted sets out of what breaks statements, and remembers what was really there. */
export class AcceptedFlows {
  private readonly found = new Map<AcceptedFlowSet, PacketSet>();

  constructor(
    private readonly sets: readonly AcceptedFlowSet[],
    private readonly reach: Reachability,
  ) {}

  /** What is left of packets that break a statement; both ends by their labels. */
  beyond(statement: string, from: string, to: string, packets: PacketSet): PacketSet {
    const { algebra, line } = this.reach;
    return this.sets
      .filter((one) => one.statement === statement && one.from === from && one.to === to)
      .reduce((rest, one) => {
        const box = algebra.box(line.everything, line.everything, this.services(one));
        const known = this.found.get(one) ?? algebra.none;
        this.found.set(one, algebra.packets.union(known, algebra.packets.intersect(packets, box)));
        return algebra.packets.subtract(rest, box);
      }, packets);
  }

  /** Sets that cover more than was found, once every statement has been judged. */
  get unneeded(): readonly UnneededFlowSet[] {
    const { lines, boxes } = {
      lines: this.reach.algebra.lines,
      boxes: (set: PacketSet) => this.reach.algebra.boxes(set),
    };
    return this.sets.flatMap((set) => {
      const used = lines.unionAll(
        [...boxes(this.found.get(set) ?? this.reach.algebra.none)].map((box) => box.services),
      );
      const rest = lines.subtract(this.services(set), used);
      if (rest === lines.empty) return [];
      return [{ set, beyond: servicesText(lines, rest), isUnused: used === lines.empty }];
    });
  }

  private services({ ports }: AcceptedFlowSet) {
    const { lines } = this.reach.algebra;
    return lines.unionAll(
      ports.flatMap(({ protocol, from, to }) =>
        protocol === 'icmp'
          ? [wholeProtocol(lines, 1), wholeProtocol(lines, 58)]
          : [portServices(lines, PROTOCOLS[protocol], from, to)],
      ),
    );
  }
}
