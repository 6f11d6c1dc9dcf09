import fc from 'fast-check';
import { changesOf, mergeLines } from '../../../environments/new/merge-lines';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
const texts = lines.map((some) => some.join('\n'));

test('edits of one line are both kept where they are apart, and a conflict where they meet', () => {
  const base = 'a\nb\nc\nd\ne\nf';
  expect(mergeLines(base, base.replace('b', 'ours'), base.replace('e', 'theirs'))).toEqual({
    text: 'a\nours\nc\nd\ntheirs\nf',
  });
  expect(mergeLines(base, base.replace('b', 'ours'), base.replace('b', 'theirs'))).toEqual({ conflict: true });
  expect(mergeLines(base, base.replace('b', 'ours'), base.replace('c', 'theirs'))).toEqual({ conflict: true });
  expect(mergeLines(base, base.replace('b\n', ''), base.replace('e\n', ''))).toEqual({ text: 'a\nc\nd\nf' });
});

test('a side that changes nothing gives way, and both alike are one', () => {
  fc.assert(
    fc.property(texts, texts, (base, other) => {
      expect(mergeLines(base, base, other)).toEqual({ text: other });
      expect(mergeLines(base, other, base)).toEqual({ text: other });
      expect(mergeLines(base, other, other)).toEqual({ text: other });
    }),
  );
});

test('the sides may be exchanged', () => {
  fc.assert(
    fc.property(texts, texts, texts, (base, one, two) => {
      expect(mergeLines(base, one, two)).toEqual(mergeLines(base, two, one));
    }),
  );
});

test('changes turn one text into the other', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const made: string[] = [];
      let at = 0;
      for (const { from, to, lines: some } of changesOf(before, after)) {
        made.push(...before.slice(at, from), ...some);
        at = to;
      }
      expect([...made, ...before.slice(at)]).toEqual(after);
    }),
  );
});

test('what each side adds at a place of its own stands in the result', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 6, max: 10 }), (i, j) => {
      const base = Array.from({ length: 10 }, (_, n) => `line ${n}`);
      const added = (at: number, word: string) => [...base.slice(0, at), word, ...base.slice(at)].join('\n');
      const both = [...base.slice(0, i), 'ours', ...base.slice(i, j), 'theirs', ...base.slice(j)].join('\n');
      expect(mergeLines(base.join('\n'), added(i, 'ours'), added(j, 'theirs'))).toEqual({ text: both });
    }),
  );
});
