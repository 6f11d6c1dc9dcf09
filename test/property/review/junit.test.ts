import fc from 'fast-check';
import type { Judgement } from '../../../policies/judgement';
import { k8sReplicas } from '../../../policies/kubernetes/k8s-replicas';
import { reportJunit } from '../../../policies/report/junit';
import { reviewJunit } from '../../../review/review-junit';
import { junitFaults } from '../../support/junit-shape';
import { judgedManifests, TODAY } from '../../support/policies/judged';
import { deployment } from '../../support/policies/pods';
import { hostileName, randomChanges, reviewOf } from '../../support/random-review';

test('a review of random changes is JUnit, whatever things are called', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const review = reviewOf(randomChanges(seed, 20).map((one) => ({ ...one, kind: 'statement', after: 'VIOLATED' })));
    expect(junitFaults(reviewJunit(review, seed % 2 === 0 ? 'en' : 'zh'))).toEqual([]);
  }
});

test('so is a report, of every status', () => {
  const [first] = judgedManifests(k8sReplicas, [deployment({}, {}, { replicas: 1 })]).findings;
  const statuses = ['fail', 'error', 'warn', 'evidence-missing', 'waived'] as const;
  fc.assert(
    fc.property(fc.array(fc.tuple(hostileName, fc.constantFrom(...statuses)), { maxLength: 6 }), (all) => {
      const findings = all.map(([name, status]) => ({
        ...first,
        status,
        resource: name,
        about: name,
        place: name,
        message: { en: name, zh: name },
        fix: { en: name, zh: name },
        clauses: [name],
      }));
      const judgement = { policy: k8sReplicas, status: all.length === 0 ? 'pass' : 'fail', looked: [], findings };
      const judgements = [judgement as unknown as Judgement];
      const report = { subject: all[0]?.[0] ?? 'x', asOf: TODAY, judgements, problems: [], warnings: [] };
      expect(junitFaults(reportJunit(report, 'en'))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['no XML', 'tests', ['no declaration', 'words in undefined: tests']],
  [
    'a count that is wrong',
    '<testsuites tests="1" failures="0" errors="0" skipped="0"></testsuites>\n',
    ['testsuites tests=1, there are 0'],
  ],
  [
    'a bare ampersand',
    '<testsuites tests="0" failures="0" errors="0" skipped="0">&</testsuites>',
    ['not well-formed: &</testsuites>'],
  ],
  [
    'an unknown element',
    '<testsuites tests="0" failures="0" errors="0" skipped="0"><p/></testsuites>',
    ['unknown element p'],
  ],
])('the check sees %s', (_, text, faults) => {
  const declared = text.startsWith('<') ? `<?xml version="1.0" encoding="UTF-8"?>\n${text}` : text;
  expect(junitFaults(declared)).toEqual(faults);
});
