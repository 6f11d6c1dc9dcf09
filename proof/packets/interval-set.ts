import { Interner } from './interner';

/** A set of points of a line, as sorted disjoint inclusive intervals that do not touch: `[low, high, low, high, …]`. */
export interface IntervalSet {
  /** Equal sets of one algebra are one object; `id` numbers them. */
  readonly id: number;
  readonly bounds: readonly number[];
}

/** Results are remembered up to this many pairs of operands, then forgotten and computed again. */
const MEMORY = 1 << 21;
/** More sets than a process has room for: two ids make one number. */
export const IDS = 2 ** 26;
/** Operands with no more bounds than this together are computed again: that is quicker than looking them up. */
const SMALL = 8;

/**
 * Sets of integers, hash-consed: equality is identity.
 *
 * Laws, held by test/property/proof/interval-set.test.ts against sets of single points: `union`, `intersect` and
 * `subtract` are those of sets; the result is canonical, so two ways to the same set give the same object.
 */
export class IntervalAlgebra {
  private readonly known = new Interner<IntervalSet>();
  private unions = new Map<number, IntervalSet>();
  private intersections = new Map<number, IntervalSet>();
  private differences = new Map<number, IntervalSet>();
  readonly empty = this.intern([]);

  /** The interval from `low` to `high`, both included; empty when upside down. */
  interval(low: number, high: number): IntervalSet {
    return low > high ? this.empty : this.intern([low, high]);
  }

  point(at: number): IntervalSet {
    return this.intern([at, at]);
  }

  /** Any intervals, in any order, overlapping or not: `[low, high]` each. */
  of(intervals: Iterable<readonly [number, number]>): IntervalSet {
    const sorted = [...intervals].filter(([low, high]) => low <= high).sort((a, b) => a[0] - b[0]);
    const bounds: number[] = [];
    for (const [low, high] of sorted) {
      const last = bounds.length - 1;
      if (last > 0 && low <= (bounds[last] as number) + 1) {
        if (high > (bounds[last] as number)) bounds[last] = high;
      } else bounds.push(low, high);
    }
    return this.intern(bounds);
  }

  union(a: IntervalSet, b: IntervalSet): IntervalSet {
    if (a === b || b === this.empty) return a;
    if (a === this.empty || spans(b, a)) return b;
    if (spans(a, b)) return a;
    return a.id < b.id ? this.merged(a, b) : this.merged(b, a);
  }

  unionAll(sets: Iterable<IntervalSet>): IntervalSet {
    const all: [number, number][] = [];
    for (const set of sets) for (const interval of intervals(set)) all.push(interval);
    return this.of(all);
  }

  intersect(a: IntervalSet, b: IntervalSet): IntervalSet {
    if (a === b) return a;
    if (a === this.empty || b === this.empty || apart(a, b)) return this.empty;
    if (spans(a, b)) return b;
    if (spans(b, a)) return a;
    return a.id < b.id ? this.shared(a, b) : this.shared(b, a);
  }

  subtract(a: IntervalSet, b: IntervalSet): IntervalSet {
    if (a === b || a === this.empty) return this.empty;
    if (b === this.empty || apart(a, b)) return a;
    if (spans(b, a)) return this.empty;
    return remembered(this.differences, a, b, () => this.intern(difference(a.bounds, b.bounds)));
  }

  /** Whether the two share a point; asks without building anything. */
  overlaps(a: IntervalSet, b: IntervalSet): boolean {
    if (a === b) return a !== this.empty;
    if (apart(a, b)) return false;
    return !sweep(a.bounds, b.bounds, () => false);
  }

  includes(a: IntervalSet, b: IntervalSet): boolean {
    return a === b || this.subtract(b, a) === this.empty;
  }

  private merged(a: IntervalSet, b: IntervalSet): IntervalSet {
    return remembered(this.unions, a, b, () => this.of([...intervals(a), ...intervals(b)]));
  }

  private shared(a: IntervalSet, b: IntervalSet): IntervalSet {
    return remembered(this.intersections, a, b, () => {
      const bounds: number[] = [];
      sweep(a.bounds, b.bounds, (low, high) => bounds.push(low, high) > 0);
      return this.intern(bounds);
    });
  }

  private intern(bounds: readonly number[]): IntervalSet {
    return this.known.get(bounds, (id) => ({ id, bounds }));
  }
}

export function* intervals(set: IntervalSet): Generator<[number, number]> {
  for (let i = 0; i < set.bounds.length; i += 2) yield [set.bounds[i] as number, set.bounds[i + 1] as number];
}

export function hasPoint(set: IntervalSet, at: number): boolean {
  let left = 0;
  let right = set.bounds.length / 2 - 1;
  while (left <= right) {
    const middle = (left + right) >> 1;
    if (at < (set.bounds[2 * middle] as number)) right = middle - 1;
    else if (at > (set.bounds[2 * middle + 1] as number)) left = middle + 1;
    else return true;
  }
  return false;
}

/** The lowest point; undefined for the empty set. */
export function lowest(set: IntervalSet): number | undefined {
  return set.bounds[0];
}

/** Whether no two of these sets share a point. */
export function areApart(sets: Iterable<IntervalSet>): boolean {
  const all = [...sets].flatMap((set) => [...intervals(set)]).sort((a, b) => a[0] - b[0]);
  return all.every(([low], i) => i === 0 || (all[i - 1] as [number, number])[1] < low);
}

/** Whether one interval holds a whole set; asked first, for it is the usual case and needs no memory. */
function spans({ bounds }: IntervalSet, other: IntervalSet): boolean {
  return (
    bounds.length === 2 &&
    (bounds[0] as number) <= (other.bounds[0] as number) &&
    (other.bounds[other.bounds.length - 1] as number) <= (bounds[1] as number)
  );
}

/** Whether one set ends before the other begins. */
function apart(a: IntervalSet, b: IntervalSet): boolean {
  return (
    (a.bounds[a.bounds.length - 1] as number) < (b.bounds[0] as number) ||
    (b.bounds[b.bounds.length - 1] as number) < (a.bounds[0] as number)
  );
}

function remembered(
  memory: Map<number, IntervalSet>,
  a: IntervalSet,
  b: IntervalSet,
  compute: () => IntervalSet,
): IntervalSet {
  if (a.bounds.length + b.bounds.length <= SMALL) return compute();
  const key = a.id * IDS + b.id;
  const known = memory.get(key);
  if (known) return known;
  const made = compute();
  if (memory.size >= MEMORY) memory.clear();
  memory.set(key, made);
  return made;
}

/** Calls `shared` for each common interval, until it answers false; whether it never did. */
function sweep(a: readonly number[], b: readonly number[], shared: (low: number, high: number) => boolean): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const low = Math.max(a[i] as number, b[j] as number);
    const high = Math.min(a[i + 1] as number, b[j + 1] as number);
    if (low <= high && !shared(low, high)) return false;
    if ((a[i + 1] as number) < (b[j + 1] as number)) i += 2;
    else j += 2;
  }
  return true;
}

function difference(a: readonly number[], b: readonly number[]): number[] {
  const bounds: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let low = a[i] as number;
    const high = a[i + 1] as number;
    while (j < b.length && (b[j + 1] as number) < low) j += 2;
    for (let k = j; k < b.length && (b[k] as number) <= high; k += 2) {
      if ((b[k] as number) > low) bounds.push(low, (b[k] as number) - 1);
      low = Math.max(low, (b[k + 1] as number) + 1);
    }
    if (low <= high) bounds.push(low, high);
  }
  return bounds;
}
