import fc from 'fast-check';
import { type AllocationRequest, allocate, type UnitRange } from '../../../model/allocation';

const SPACE = 64n;
const size = fc.constantFrom(1n, 2n, 4n, 8n, 16n);
const requests = fc.uniqueArray(fc.record({ key: fc.string({ minLength: 1, maxLength: 3 }), size }), {
  selector: (one) => one.key,
  maxLength: 14,
});

/** Every unit of a range, one by one. */
const units = ({ start, size }: UnitRange) => Array.from({ length: Number(size) }, (_, i) => Number(start) + i);

/** Records that somebody may have: aligned, inside and apart. */
const records = requests.map((some) => {
  const used = new Set<number>();
  const found = new Map<string, UnitRange>();
  some.forEach(({ key, size }, index) => {
    const range = { start: ((BigInt(index) * 7n) % (SPACE / size)) * size, size };
    if (units(range).some((unit) => used.has(unit))) return;
    for (const unit of units(range)) used.add(unit);
    found.set(key, range);
  });
  return found;
});

function plain(granted: ReadonlyMap<string, UnitRange>): Record<string, string> {
  return Object.fromEntries(Array.from(granted, ([key, { start, size }]) => [key, `${start}+${size}`]));
}

describe('allocate', () => {
  it('gives ranges that are apart, aligned, inside and large enough, and takes nothing that is recorded', () => {
    fc.assert(
      fc.property(requests, records, (wanted, recorded) => {
        const { granted } = allocate(SPACE, wanted, recorded);
        const owner = new Map<number, string>();
        for (const [key, range] of recorded) for (const unit of units(range)) owner.set(unit, key);
        for (const { key, size } of wanted) {
          const range = granted.get(key);
          if (range === undefined) continue;
          expect(range.size).toBeGreaterThanOrEqual(size);
          expect(range.start % range.size).toBe(0n);
          for (const unit of units(range)) {
            expect(unit).toBeLessThan(Number(SPACE));
            const before = owner.get(unit);
            expect(before === undefined || (before === key && recorded.get(key) === range)).toBe(true);
            owner.set(unit, key);
          }
        }
      }),
    );
  });

  it('answers every request once: granted or refused', () => {
    fc.assert(
      fc.property(requests, records, (wanted, recorded) => {
        const { granted, refused } = allocate(SPACE, wanted, recorded);
        const answered = [...granted.keys(), ...refused.map((one) => one.key)].sort();
        expect(answered).toEqual(wanted.map((one) => one.key).sort());
      }),
    );
  });

  it('does not care for the order of requests or records', () => {
    fc.assert(
      fc.property(requests, records, fc.infiniteStream(fc.nat()), (wanted, recorded, numbers) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, at: numbers.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
        const first = allocate(SPACE, wanted, recorded);
        const second = allocate(SPACE, shuffled(wanted), new Map(shuffled([...recorded])));
        expect(plain(second.granted)).toEqual(plain(first.granted));
        expect(second.refused.map((one) => one.key).sort()).toEqual(first.refused.map((one) => one.key).sort());
      }),
    );
  });

  it('moves nobody who is recorded, whoever comes or goes', () => {
    fc.assert(
      fc.property(requests, requests, (before, after) => {
        const first = allocate(SPACE, before);
        const { granted } = allocate(SPACE, after, first.granted);
        for (const { key, size } of after) {
          const had = first.granted.get(key);
          if (had !== undefined && had.size >= size) expect(granted.get(key)).toEqual(had);
        }
      }),
    );
  });

  it('refuses only what finds no free aligned range', () => {
    fc.assert(
      fc.property(requests, records, (wanted, recorded) => {
        const { granted, refused } = allocate(SPACE, wanted, recorded);
        const used = new Set([...recorded.values(), ...granted.values()].flatMap(units));
        for (const { size } of refused)
          for (let start = 0n; start + size <= SPACE; start += size)
            expect(units({ start, size }).some((unit) => used.has(unit))).toBe(true);
      }),
    );
  });

  it('keeps to the part of the space that a size may use', () => {
    fc.assert(
      fc.property(requests, (wanted) => {
        const room = (size: bigint) => (size > 4n ? 32n : SPACE);
        for (const { start, size } of allocate(room, wanted).granted.values())
          expect(start + size).toBeLessThanOrEqual(room(size));
      }),
    );
  });

  it('never gives what is taken twice over: a record inside a reserve', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 15n }), fc.array(fc.string(), { maxLength: 20 }), (inside, keys) => {
        const taken = new Map<string, UnitRange>([
          ['reserve', { start: 0n, size: 16n }],
          ['record', { start: inside, size: 1n }],
        ]);
        const wanted: AllocationRequest[] = [...new Set(keys)].map((key) => ({ key: `new ${key}`, size: 1n }));
        for (const { start } of allocate(20n, wanted, taken).granted.values())
          expect(start).toBeGreaterThanOrEqual(16n);
      }),
    );
  });

  it('gives nothing where there is no room at all', () => {
    const one = { key: 'a', size: 4n };
    expect(allocate(3n, [one])).toEqual({ granted: new Map(), refused: [one] });
    expect(allocate(0n, [one])).toEqual({ granted: new Map(), refused: [one] });
  });
});
