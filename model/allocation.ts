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
 * a neighbour comes or goes; what is recorded is never given to another key; a request is refused only if no
 * aligned range of its size is free.
 *
 * A key that is not recorded starts to look at a place that its own name decides, larger requests first. Without a
 * record, a newcomer therefore moves only those whose place it takes.
 */
export function allocate(
  space: bigint | ((size: bigint) => bigint),
  requests: readonly AllocationRequest[],
  recorded: ReadonlyMap<string, UnitRange> = new Map(),
): Allocation {
  const room = typeof space === 'bigint' ? () => space : space;
  const granted = new Map<string, UnitRange>();
  const taken = new Taken();
  for (const range of recorded.values()) taken.add(range);

  const open: AllocationRequest[] = [];
  for (const request of requests) {
    const range = recorded.get(request.key);
    if (range !== undefined && range.size >= request.size) granted.set(request.key, range);
    else open.push(request);
  }

  const refused: AllocationRequest[] = [];
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

/** Ranges in use, apart and sorted by start. */
class Taken {
  private readonly ranges: UnitRange[] = [];

  /** What is taken twice, such as a record inside a reserve, is one range. */
  add(range: UnitRange): void {
    const first = this.firstEndingAfter(range.start);
    let { start } = range;
    let end = start + range.size;
    let last = first;
    for (let next = this.ranges[last]; next !== undefined && next.start < end; next = this.ranges[++last]) {
      if (next.start < start) start = next.start;
      if (next.start + next.size > end) end = next.start + next.size;
    }
    this.ranges.splice(first, last - first, { start, size: end - start });
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
      const next = this.ranges[i];
      if (next === undefined || start + size <= next.start) return start;
      const end = next.start + next.size;
      if (end > start) start = ((end + size - 1n) / size) * size;
    }
    return undefined;
  }

  private firstEndingAfter(unit: bigint): number {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const range = this.ranges[middle] as UnitRange;
      if (range.start + range.size <= unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
