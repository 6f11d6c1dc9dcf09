import fc from 'fast-check';
import { hasPoint, IntervalAlgebra, lowest } from '../../../proof/packets/interval-set';

const LAST = 40;
const points = fc.uniqueArray(fc.integer({ min: 0, max: LAST }), { maxLength: 24 });
const algebra = new IntervalAlgebra();
const setOf = (of: readonly number[]) => algebra.of(of.map((at) => [at, at] as const));
const listed = (set: ReturnType<typeof setOf>) =>
  Array.from({ length: LAST + 1 }, (_, at) => at).filter((at) => hasPoint(set, at));

describe('sets of intervals', () => {
  it('do what sets of single points do', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        const [x, y] = [setOf(a), setOf(b)];
        const all = Array.from({ length: LAST + 1 }, (_, at) => at);
        expect(listed(algebra.union(x, y))).toEqual(all.filter((at) => a.includes(at) || b.includes(at)));
        expect(listed(algebra.intersect(x, y))).toEqual(all.filter((at) => a.includes(at) && b.includes(at)));
        expect(listed(algebra.subtract(x, y))).toEqual(all.filter((at) => a.includes(at) && !b.includes(at)));
        expect(algebra.overlaps(x, y)).toBe(a.some((at) => b.includes(at)));
        expect(algebra.includes(x, y)).toBe(b.every((at) => a.includes(at)));
        expect(lowest(x)).toBe(a.length > 0 ? Math.min(...a) : undefined);
      }),
    );
  });

  it('are one object when they are equal, whichever way they were made', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        expect(algebra.union(setOf(a), setOf(b))).toBe(setOf([...b, ...a]));
        expect(algebra.subtract(algebra.union(setOf(a), setOf(b)), setOf(b))).toBe(
          setOf(a.filter((at) => !b.includes(at))),
        );
      }),
    );
  });
});
