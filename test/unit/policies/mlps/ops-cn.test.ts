import { opsCn } from '../../../../policies/mlps/ops-cn';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['from the country', {}, ['pass']],
  ['from another province', { operations: { adcode: '540000' } }, ['pass']],
  [
    'from where other law holds',
    { operations: { adcode: '820000' } },
    ['fail declaration operations/adcode · the cloud is operated from 820000'],
  ],
  [
    'nothing said',
    { operations: { adcode: undefined } },
    ['evidence-missing declaration operations/adcode · operations.yaml does not say `adcode`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(opsCn, difference))).toEqual(expected);
});
