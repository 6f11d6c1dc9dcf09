import type { Change } from '../../../review/change';
import { reviewJunit } from '../../../review/review-junit';
import { reviewSarif } from '../../../review/review-sarif';
import { reviewOf } from '../../support/random-review';

const violated: Change = {
  environment: 'hebei',
  lane: 1,
  rank: 1,
  kind: 'statement',
  subject: 'INV-1',
  what: { en: 'is <violated>', zh: '被违反' },
  before: 'PROVED',
  after: 'VIOLATED',
  place: 'environments/hebei/planes.yaml:14:9',
  resources: [],
};
const ordinary: Change = { ...violated, environment: 'qinghai', lane: 6, kind: 'tier', subject: 'a/b/c', after: '1' };

interface Sarif {
  readonly version: string;
  readonly runs: readonly { readonly results: readonly { readonly partialFingerprints: object }[] }[];
}

test('SARIF has a result for each grave change, at its line, with an identity that no line moves', () => {
  const at = (place: string) => (reviewSarif(reviewOf([{ ...violated, place }, ordinary]), '1.2.3') as Sarif).runs[0];
  const run = at('environments/hebei/planes.yaml:14:9');
  expect(run?.results).toEqual([
    {
      ruleId: 'review-lane-1',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'hebei: INV-1: is <violated>' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'environments/hebei/planes.yaml' },
            region: { startLine: 14, startColumn: 9 },
          },
          logicalLocations: [{ fullyQualifiedName: 'hebei/INV-1', kind: 'resource' }],
        },
      ],
      partialFingerprints: { 'egov/v1': expect.stringMatching(/^[0-9a-f]{12}$/) },
    },
  ]);
  const moved = at('environments/hebei/planes.yaml:99:9')?.results[0];
  expect(moved?.partialFingerprints).toEqual(run?.results[0]?.partialFingerprints);
});

test('JUnit has a suite for each environment, and what is violated fails', () => {
  expect(reviewJunit(reviewOf([violated, ordinary]), 'en').split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="egov review" tests="2" failures="1" errors="0" skipped="0" time="0">',
    '  <testsuite name="hebei" tests="1" failures="1" errors="0" skipped="0" time="0">',
    '    <testcase classname="hebei" name="INV-1" time="0"><failure message="is &lt;violated&gt;">environments/hebei/planes.yaml:14:9</failure></testcase>',
    '  </testsuite>',
    '  <testsuite name="qinghai" tests="1" failures="0" errors="0" skipped="0" time="0">',
    '    <testcase classname="qinghai" name="review" time="0"/>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ]);
});
