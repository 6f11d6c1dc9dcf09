import fc from 'fast-check';
import { editsBetween, nearKey, nearMiss } from '../../../environments/near-miss';
import { key } from '../../../model/environment/scalars';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

/** By definition: the cheapest of all ways to spend the last letters. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [m, n] = [a.length, b.length];
  const ways = [
    edits(a.slice(0, -1), b) + 1,
    edits(a, b.slice(0, -1)) + 1,
    edits(a.slice(0, -1), b.slice(0, -1)) + (a[m - 1] === b[n - 1] ? 0 : 1),
  ];
  if (m > 1 && n > 1 && a[m - 1] === b[n - 2] && a[m - 2] === b[n - 1])
    ways.push(edits(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...ways);
}

test('edits are counted as the definition counts them', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editsBetween(a, b)).toBe(edits(a, b));
    }),
  );
});

test('the order of the known names does not change which one is offered', () => {
  fc.assert(
    fc.property(word, fc.uniqueArray(word), (written, known) => {
      expect(nearMiss(written, [...known].reverse())).toBe(nearMiss(written, known));
    }),
  );
});

test('a name is never offered for itself', () => {
  fc.assert(
    fc.property(word, fc.array(word), (written, known) => {
      expect(nearMiss(written, [...known, written])).not.toBe(written);
    }),
  );
});

test('what is offered as a key is one', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'abcXYZ019-_ ./中é'), { maxLength: 40 }), (letters) => {
      const offered = nearKey(letters.join(''));
      expect(offered === undefined || key.safeParse(offered).success).toBe(true);
    }),
  );
});
