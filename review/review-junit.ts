import type { Language } from '../model/text';
import { escaped } from '../policies/report/markup';
import { isViolation } from './grave';
import { type Review, reviewed } from './review';

/** JUnit's XML: a suite for each environment, in which what is violated fails. Times are left at zero. */
export function reviewJunit(review: Review, language: Language): string {
  const suites = reviewed(review).map(({ id }) => {
    const grave = review.changes.filter((one) => one.environment === id && isViolation(one));
    const cases = grave.map(({ subject, what, place = '' }) => {
      const words = escaped(what[language]);
      return `<testcase classname="${escaped(id)}" name="${escaped(subject)}" time="0"><failure message="${words}">${escaped(place)}</failure></testcase>`;
    });
    const all = cases.length > 0 ? cases : [`<testcase classname="${escaped(id)}" name="review" time="0"/>`];
    return { id, all };
  });
  const broken = review.environments.filter(({ state }) => state === 'unreadable');
  const errors = broken.map(({ id, problems }) => ({
    id,
    all: problems.map(
      ({ code, at, message }) =>
        `<testcase classname="${escaped(id)}" name="${escaped(code)} ${escaped(at)}" time="0"><error message="${escaped(message[language])}"/></testcase>`,
    ),
  }));
  const totals = (cases: readonly string[]) =>
    `tests="${cases.length}" failures="${cases.filter((one) => one.includes('<failure ')).length}" errors="${cases.filter((one) => one.includes('<error ')).length}" skipped="0" time="0"`;
  const every = [...suites, ...errors];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="egov review" ${totals(every.flatMap(({ all }) => all))}>`,
    ...every.flatMap(({ id, all }) => [
      `  <testsuite name="${escaped(id)}" ${totals(all)}>`,
      ...all.map((one) => `    ${one}`),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}
