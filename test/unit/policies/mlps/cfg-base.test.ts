import { cfgBase } from '../../../../policies/mlps/cfg-base';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['reviewed and compared every day', {}, ['pass']],
  ['compared once a week', { operations: { baseline: { driftHours: 168 } } }, ['pass']],
  [
    'compared less than once a week',
    { operations: { baseline: { driftHours: 169 } } },
    ['fail declaration operations/baseline · drift is looked for every 169 hours'],
  ],
  [
    'not reviewed',
    { operations: { baseline: { versioned: false } } },
    ['fail declaration operations/baseline · what is deployed was not always reviewed'],
  ],
  [
    'nothing said',
    { operations: { baseline: undefined } },
    ['evidence-missing declaration operations/baseline · operations.yaml does not say `baseline`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(cfgBase, difference))).toEqual(expected);
});
