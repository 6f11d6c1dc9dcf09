import { checkLines } from '../../../cli/check/check-words';
import { proofLines } from '../../../cli/proof/proof-words';
import type { Finding } from '../../../policies/finding';
import { k8sReplicas } from '../../../policies/kubernetes/k8s-replicas';
import { reportHtml } from '../../../policies/report/html';
import { reportJunit } from '../../../policies/report/junit';
import type { Proof } from '../../../proof/proof';
import type { Change } from '../../../review/change';
import { resourceChanges } from '../../../review/compare/resource-changes';
import { resourceDifferences } from '../../../review/compare/resource-differences';
import { Subjects } from '../../../review/compare/subjects';
import { markdown } from '../../../review/markdown/markdown';
import { reviewPage } from '../../../review/page/review-page';
import { reviewJunit } from '../../../review/review-junit';
import { typeWords } from '../../../review/words/type-words';
import { judgedManifests, TODAY } from '../../support/policies/judged';
import { deployment } from '../../support/policies/pods';
import { reviewOf } from '../../support/random-review';

/** One of something is not told as many. */
const ONE_OF_MANY = /\b1 (?!class\b|bus\b)\w+s\b(?! of)/;

const change: Change = {
  environment: 'hebei',
  lane: 3,
  rank: 0,
  kind: 'quota',
  subject: 'finance',
  what: { en: 'x', zh: 'x' },
  resources: [],
};

const types = ['openstack_networking_port_v2', 'openstack_networking_rbac_policy_v2', 'openstack_dns_zone_v2'];

function changesOf(type: string): Change[] {
  const stack = { name: 's', definition: { resource: { [type]: { a: {} } } }, inputs: {}, places: {} };
  return resourceChanges('hebei', resourceDifferences([], [stack]), new Subjects([]));
}

test('a review of one change in one environment', () => {
  const review = reviewOf([change, ...types.flatMap(changesOf)]);
  const one = {
    ...review,
    head: { name: 'work tree', uncommitted: ['a.yaml'] },
    environments: review.environments.map((environment) => ({
      ...environment,
      problems: Array.from({ length: 2 }, (_, index) => ({
        code: 'ENV_KEY_UNKNOWN',
        at: `a.yaml:${index}:1`,
        message: { en: 'p'.repeat(190), zh: 'p'.repeat(190) },
        repair: { en: 'r', zh: 'r' },
      })),
    })),
  };
  // The second problem does not fit: it is counted.
  const parts = markdown(one as never, { language: 'en', limit: 2_400 });
  expect(parts.join('\n')).toContain('- and 1 more problem\n');
  for (const text of [...parts, reviewPage(review, [], 'en'), reviewJunit(review, 'en')])
    expect(ONE_OF_MANY.exec(text)).toBeNull();
});

test('a report of one policy on one thing', () => {
  const judgement = judgedManifests(k8sReplicas, [deployment({}, {}, { replicas: 1 })]);
  const report = { subject: 'all.yaml', asOf: TODAY, judgements: [judgement], problems: [], warnings: [] };
  expect(judgement.findings.map((one: Finding) => one.status)).toEqual(['fail']);
  const text = checkLines(report, { language: 'en', colour: false, full: true }).at(-1) ?? '';
  expect(text).toBe(`all.yaml: 1 policy (1 fail) · findings: 1 fail · 1 thing looked at · ${TODAY}`);
  for (const told of [text, reportHtml(report, 'en'), reportJunit(report, 'en')])
    expect(ONE_OF_MANY.exec(told)).toBeNull();
});

test('a proof of one statement under one assumption', () => {
  const proof = {
    verdict: 'PROVED',
    statements: [
      {
        id: 'i',
        kind: 'invariant',
        text: { en: 't', zh: 't' },
        verdict: 'PROVED',
        violations: [],
        found: 0,
        missing: [],
      },
    ],
    assumptions: [{ place: 'a', assumption: 'b' }],
    deviations: [],
  } as unknown as Proof;
  expect(proofLines('hebei', proof, 'en', true)).toEqual([
    '✓ i · t',
    'hebei: PROVED · 1 proved · 1 assumption, listed by --json',
  ]);
});

test('the type of one resource is in the singular', () => {
  expect(types.map((type) => typeWords(type).en)).toEqual(['port', 'RBAC policy', 'DNS zone']);
});
