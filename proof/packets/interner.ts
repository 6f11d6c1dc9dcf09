interface Entry<T> {
  readonly sequence: readonly number[];
  readonly value: T;
}

/** Values named by sequences of numbers below 2^53: each sequence has one value, so that equality is identity. */
export class Interner<T> {
  private readonly buckets = new Map<number, Entry<T>[]>();
  private size = 0;

  /** The value of a sequence; where there is none yet, `make` is told how many values were made before. */
  get(sequence: readonly number[], make: (id: number) => T): T {
    const key = hash(sequence);
    const bucket = this.buckets.get(key);
    if (bucket) for (const entry of bucket) if (isSame(entry.sequence, sequence)) return entry.value;
    const value = make(this.size++);
    if (bucket) bucket.push({ sequence, value });
    else this.buckets.set(key, [{ sequence, value }]);
    return value;
  }
}

/** FNV-1a over the low and the high half of each number, 32 bits. */
function hash(sequence: readonly number[]): number {
  let result = 0x811c9dc5;
  for (const one of sequence) {
    result = Math.imul(result ^ one, 0x01000193);
    result = Math.imul(result ^ (one / 0x1_0000_0000), 0x01000193);
  }
  return result;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
