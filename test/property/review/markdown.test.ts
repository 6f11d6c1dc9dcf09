import fc from 'fast-check';
import { visible } from '../../../model/visible';
import { code } from '../../../review/markdown/code-span';
import { markdown } from '../../../review/markdown/markdown';
import { codeSpans, hostileName, randomChange, reviewOf } from '../../support/random-review';

/** Our own words, and the marks of headings, lists and counts: all that stands outside of code spans. */
const OURS = /^(?:#{1,2} |(?: {2})?- )?[\p{Script=Han}A-Za-z0-9 ,:;.()→·×①-⑧（）、，；：。%/_-]*$/u;

describe('a foreign text in Markdown', () => {
  test('is one code span on one line, and what is shown is the text with its unseen characters as numbers', () => {
    fc.assert(
      fc.property(hostileName, (name) => {
        const { outside, inside } = codeSpans(code(name));
        expect(code(name)).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(outside).toBe('');
        expect([visible(name), `"${visible(name)}"`]).toContain(inside.join('|'));
      }),
      { numRuns: 3000 },
    );
  });

  test('never turns the direction of a line or hides a character', () => {
    fc.assert(
      fc.property(hostileName, (name) => {
        expect(code(name)).not.toMatch(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/u);
      }),
    );
  });
});

describe('a review of random changes', () => {
  test('has nothing foreign outside of code spans', () => {
    fc.assert(
      fc.property(fc.array(randomChange, { maxLength: 12 }), (changes) => {
        for (const part of markdown(reviewOf(changes), { language: 'en', limit: 60_000 }))
          for (const line of part.split('\n')) expect(codeSpans(line).outside).toMatch(OURS);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps to the limit in every comment, and names each item of the first two lanes', () => {
    fc.assert(
      fc.property(
        fc.array(randomChange, { maxLength: 400 }),
        fc.constantFrom(2_000, 5_000, 30_000),
        (changes, limit) => {
          const parts = markdown(reviewOf(changes), { language: 'en', limit });
          const spans = new Set(parts.flatMap((part) => part.split('\n').flatMap((line) => codeSpans(line).inside)));
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit);
          for (const { lane, subject } of changes)
            if (lane <= 2)
              expect([...spans].some((one) => one === visible(subject) || one === `"${visible(subject)}"`)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('says how many changes there are in each lane', () => {
    fc.assert(
      fc.property(fc.array(randomChange, { maxLength: 60 }), (changes) => {
        const [first = ''] = markdown(reviewOf(changes), { language: 'zh', limit: 60_000 });
        const line = first.split('\n').find((one) => one.startsWith('①') || one.startsWith('②')) ?? '';
        const told = Array.from(line.matchAll(/[①②] \S+ (\d+)/g), ([, count]) => Number(count));
        const counts = [1, 2].map((lane) => changes.filter((one) => one.lane === lane).length).filter((n) => n > 0);
        expect(told).toEqual(counts);
      }),
      { numRuns: 100 },
    );
  });
});
