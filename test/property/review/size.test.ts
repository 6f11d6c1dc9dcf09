import { visible } from '../../../model/visible';
import { type ChangeGroup, ungroup } from '../../../review/group';
import { wholeLanes } from '../../../review/lane';
import { commentLimits, markdown } from '../../../review/markdown/markdown';
import { reviewJson } from '../../../review/review-json';
import { commonMark } from '../../support/common-mark';
import { randomChanges, reviewOf } from '../../support/random-review';

/** Ten thousand changes, in reviews from one change to three thousand. */
const SIZES = [1, 2, 5, 12, 30, 50, 100, 200, 400, 700, 1000, 1500, 3000, 3000];
const reviews = SIZES.map((size, index) => reviewOf(randomChanges(index + 1, size)));

/** All that a review is made of. Anything else was made by what it speaks of. */
const OURS = ['document', 'heading', 'paragraph', 'list', 'item', 'text', 'code', 'softbreak'];

test('there are ten thousand changes', () => {
  expect(reviews.reduce((sum, { changes }) => sum + changes.length, 0)).toBe(10_000);
});

describe.each([commentLimits.github, commentLimits.gitee, 4_000])('in comments of %i characters', (limit) => {
  const told = reviews.map((review) => ({ review, parts: markdown(review, { language: 'en', limit }) }));

  test('no comment is longer, and the long reviews need more than one', () => {
    expect(told.flatMap(({ parts }) => parts.filter(({ length }) => length > limit))).toEqual([]);
    expect(told.at(-1)?.parts.length).toBeGreaterThan(1);
    expect(told[0]?.parts).toHaveLength(1);
  });

  test('every comment is CommonMark of headings, lists and code spans, and of nothing else', () => {
    const types = told.flatMap(({ parts }) => parts.flatMap((part) => commonMark(part).map(({ type }) => type)));
    expect([...new Set(types)].filter((type) => !OURS.includes(type))).toEqual([]);
  });

  test('each item of the lanes that are never cut is named', () => {
    for (const { review, parts } of told) {
      const spans = new Set(parts.flatMap(commonMark).flatMap(({ type, text }) => (type === 'code' ? [text] : [])));
      const lost = review.changes.filter(
        ({ lane, subject }) => wholeLanes.includes(lane) && !spans.has(visible(subject)),
      );
      expect(lost).toEqual([]);
    }
  });
});

test('the JSON, written and read again, rebuilds every change', () => {
  for (const review of reviews) {
    const { groups } = JSON.parse(JSON.stringify(reviewJson(review))) as { groups: ChangeGroup[] };
    const sorted = (changes: readonly object[]) => changes.map((one) => JSON.stringify(one)).sort();
    expect(sorted(ungroup(groups))).toEqual(sorted(review.changes));
  }
});

test('one edit of a template over two hundred environments, five hundred changes in each, is told in 20 KB', () => {
  const ids = Array.from({ length: 200 }, (_, index) => `county-${index}`);
  const template = randomChanges(7, 500).map((one) => ({
    ...one,
    what: { en: 'tier: 1 port changed', zh: '层：端口 1 修改' },
  }));
  const facts = (id: string, index: number) => ({
    adcode: `${420_000 + index}`,
    name: `第${index}县`,
    domain: `${id}.gov.example`,
  });
  const changes = ids.flatMap((environment, index) =>
    template.map((one, at) => ({
      ...one,
      environment,
      // The lanes of a template edit: most of it is ordinary.
      lane: at % 100 === 0 ? (1 as const) : (6 as const),
      before: `10.${index}.${at % 250}.5`,
      after: `10.${index}.${at % 250}.6`,
      place: `environments/${environment}/tenants/a.yaml:${at + (index % 3)}:5`,
    })),
  );
  const environments = ids.map((id, index) => ({
    id,
    state: 'changed' as const,
    problems: [],
    facts: facts(id, index),
  }));
  const review = { ...reviewOf([]), environments, changes: changes.sort((a, b) => a.lane - b.lane) };
  const parts = markdown(review, { language: 'en', limit: commentLimits.github });
  expect(parts).toHaveLength(1);
  expect(Buffer.byteLength(parts[0] as string)).toBeLessThanOrEqual(20_000);
  expect(parts[0]).toContain('in all 200 environments');
});
