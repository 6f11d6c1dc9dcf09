import { iamId } from '../../../../policies/mlps/iam-id';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['ten characters of three kinds for ninety days', {}, ['pass']],
  ['the least that will do', { operations: { passwords: { length: 8 } } }, ['pass']],
  [
    'one character too few',
    { operations: { passwords: { length: 7 } } },
    ['fail declaration operations/passwords · passwords of 7 characters of 3 kinds will do'],
  ],
  [
    'one day too many and shared accounts',
    { operations: { passwords: { days: 91, shared: true } } },
    [
      'fail declaration operations/passwords · accounts are shared',
      'fail declaration operations/passwords · a password may stay for 91 days',
    ],
  ],
  [
    'nothing said',
    { operations: { passwords: undefined } },
    ['evidence-missing declaration operations/passwords · operations.yaml does not say `passwords`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(iamId, difference))).toEqual(expected);
});
