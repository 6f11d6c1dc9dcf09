import type { AddressLine } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import type { PacketAlgebra, Relation } from '../packets/packet-algebra';

/** A product of one family: all of these other ends, with all of these services. */
export interface Piece {
  readonly others: IntervalSet;
  readonly services: IntervalSet;
  readonly family: 4 | 6;
}

/** Relations cut into pieces, each once. */
export class Pieces {
  private readonly known = new Map<Relation, readonly Piece[]>();

  constructor(
    private readonly algebra: PacketAlgebra,
    private readonly line: AddressLine,
  ) {}

  /** A relation as products of one family each. */
  of(relation: Relation): readonly Piece[] {
    const known = this.known.get(relation);
    if (known) return known;
    const { lines } = this.algebra;
    const made = relation.edges.flatMap(({ keys, value }) =>
      ([4, 6] as const).flatMap((family) => {
        const others = lines.intersect(keys, this.line.family(family));
        return others === lines.empty ? [] : [{ others, services: value, family }];
      }),
    );
    this.known.set(relation, made);
    return made;
  }
}
