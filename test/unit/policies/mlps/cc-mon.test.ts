import { ccMon } from '../../../../policies/mlps/cc-mon';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['one monitor for each', {}, ['pass']],
  ['departments watch servers only', { detection: { monitors: { theirs: { covers: ['servers'] } } } }, ['pass']],
  [
    'none of departments',
    { detection: { monitors: { theirs: undefined } } },
    ['fail declaration detection/monitors · no monitor belongs to the tenant'],
  ],
  [
    'nothing said',
    { detection: { monitors: undefined } },
    ['evidence-missing declaration detection/monitors · detection.yaml does not say `monitors`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(ccMon, difference))).toEqual(expected);
});
