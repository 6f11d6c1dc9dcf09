import { byKey, stableHash } from './stable-hash';

/** Somebody who wants `size` (a power of two) consecutive units, aligned to `size`. */
export interface AllocationRequest {
  readonly key: string;
  readonly size: bigint;
}

/** Units `start … start+size-1`. */
export interface UnitRange {
  readonly start: bigint;
  readonly size: bigint;
}

export interface Allocation {
  readonly granted: ReadonlyMap<string, UnitRange>;
  readonly refused: readonly AllocationRequest[];
}

/**
 * Gives every request its own aligned range of the units `0 … room(size)-1`, where `room` is a number, or says how
 * many of the units a request of that size may use.
 *
 * Laws (test/property/allocation.test.ts): granted ranges are disjoint, aligned and inside; the order of the
 * requests does not matter; whoever is in `recorded` with enough room keeps that range, so that nothing moves when
 * a neighbour comes or goes; what is recorded is never given to another key, and what is `reserved` to none; a request
 * is refused only if no aligned range of its size is free.
 *
 * A key that is not recorded starts to look at a place that its own name decides, larger requests first. Without a
 * record, a newcomer therefore moves only those whose place it takes.
 */
export function allocate(
  space: bigint | ((size: bigint) => bigint),
  requests: readonly AllocationRequest[],
  recorded: ReadonlyMap<string, UnitRange> = new Map(),
  reserved: readonly UnitRange[] = [],
): Allocation {
  const room = typeof space === 'bigint' ? () => space : space;
  const granted = new Map<string, UnitRange>();
  const open: AllocationRequest[] = [];
  for (const request of requests) {
    const range = recorded.get(request.key);
    if (range !== undefined && range.size >= request.size) granted.set(request.key, range);
    else open.push(request);
  }

  const refused: AllocationRequest[] = [];
  const taken = new Taken(open.length > 0 ? [...recorded.values(), ...reserved] : []);
  for (const request of open.sort(largestFirst)) {
    const start = taken.firstFree(room(request.size), request);
    if (start === undefined) refused.push(request);
    else {
      granted.set(request.key, { start, size: request.size });
      taken.add({ start, size: request.size });
    }
  }
  return { granted, refused };
}

function largestFirst(a: AllocationRequest, b: AllocationRequest): number {
  if (a.size !== b.size) return a.size > b.size ? -1 : 1;
  return stableHash(a.key) - stableHash(b.key) || byKey(a.key, b.key);
}

/** Units in use, as ranges that do not touch, sorted. */
class Taken {
  private readonly starts: bigint[] = [];
  private readonly ends: bigint[] = [];

  /** What is taken twice, such as a record inside a reserve, is one range. */
  constructor(ranges: readonly UnitRange[]) {
    const [starts, ends] = [sorted(ranges.map(({ start }) => start)), sorted(ranges.map(endOf))];
    // Each list in its own order: a run ends where as many ranges have ended as have begun.
    let first = 0;
    for (let i = 0; i < ends.length; i++) {
      const next = starts[i + 1];
      if (next !== undefined && next <= (ends[i] as bigint)) continue;
      this.starts.push(starts[first] as bigint);
      this.ends.push(ends[i] as bigint);
      first = i + 1;
    }
  }

  /** Takes a range of which every unit is free. */
  add(range: UnitRange): void {
    const at = this.firstEndingAfter(range.start);
    this.starts.splice(at, 0, range.start);
    this.ends.splice(at, 0, endOf(range));
  }

  /** The first free aligned range at or after the place that the key names, going round once. */
  firstFree(space: bigint, { key, size }: AllocationRequest): bigint | undefined {
    const slots = space / size;
    if (slots === 0n) return undefined;
    const home = (BigInt(stableHash(key)) % slots) * size;
    return this.scan(home, space, size) ?? this.scan(0n, home, size);
  }

  private scan(from: bigint, to: bigint, size: bigint): bigint | undefined {
    let start = from;
    for (let i = this.firstEndingAfter(from); start + size <= to; i++) {
      const next = this.starts[i];
      if (next === undefined || start + size <= next) return start;
      const end = this.ends[i] as bigint;
      if (end > start) start = ((end + size - 1n) / size) * size;
    }
    return undefined;
  }

  private firstEndingAfter(unit: bigint): number {
    let low = 0;
    let high = this.ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] as bigint) <= unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function endOf({ start, size }: UnitRange): bigint {
  return start + size;
}

const WORD = 1n << 64n;

/** A typed array sorts without calling back, which matters where a hundred thousand blocks are recorded. */
function sorted(units: readonly bigint[]): ArrayLike<bigint> {
  if (units.every((unit) => unit < WORD)) return new BigUint64Array(units).sort();
  return [...units].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
