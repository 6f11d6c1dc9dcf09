import { type IntervalSet, intervals } from '../packets/interval-set';

/** Finds, among many things that each have a set, those whose set overlaps another; in time that grows with the answer. */
export class SetIndex<T> {
  private readonly lows: number[] = [];
  /** The highest end of any interval up to and including this one. */
  private readonly reach: number[] = [];
  private readonly highs: number[] = [];
  private readonly owners: number[] = [];

  constructor(
    private readonly things: readonly T[],
    setOf: (thing: T) => IntervalSet,
  ) {
    const all = things.flatMap((thing, owner) =>
      [...intervals(setOf(thing))].map(([low, high]) => ({ low, high, owner })),
    );
    all.sort((a, b) => a.low - b.low);
    let reach = Number.NEGATIVE_INFINITY;
    for (const { low, high, owner } of all) {
      reach = Math.max(reach, high);
      this.lows.push(low);
      this.highs.push(high);
      this.reach.push(reach);
      this.owners.push(owner);
    }
  }

  /** In the order in which they were given. */
  overlapping(set: IntervalSet): readonly T[] {
    const found = new Set<number>();
    for (const [low, high] of intervals(set))
      for (let i = this.lastUpTo(high); i >= 0 && (this.reach[i] as number) >= low; i--)
        if ((this.highs[i] as number) >= low) found.add(this.owners[i] as number);
    return [...found].sort((a, b) => a - b).map((owner) => this.things[owner] as T);
  }

  /** The last interval that starts at or before `at`. */
  private lastUpTo(at: number): number {
    let [left, right] = [0, this.lows.length];
    while (left < right) {
      const middle = (left + right) >> 1;
      if ((this.lows[middle] as number) <= at) left = middle + 1;
      else right = middle;
    }
    return left - 1;
  }
}
