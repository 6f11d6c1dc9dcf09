import { smcSec } from '../../../../policies/mlps/smc-sec';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a security administrator', {}, ['pass']],
  [
    'no security administrator',
    { operations: { administrators: { security: undefined } } },
    ['fail declaration operations/administrators · there is no security administrator of its own'],
  ],
  ['two, one of whom runs the cloud', { operations: { administrators: { security: ['a', 'b'] } } }, ['pass']],
  [
    'nothing said',
    { operations: { administrators: undefined } },
    ['evidence-missing declaration operations/administrators · operations.yaml does not say `administrators`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(smcSec, difference))).toEqual(expected);
});
