import { accLeastDuties } from '../../../../policies/mlps/acc-least-duties';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['three people', {}, ['pass']],
  ['several people for one duty', { operations: { administrators: { system: ['a', 'd'] } } }, ['pass']],
  [
    'one person of two duties',
    { operations: { administrators: { audit: ['a', 'c'] } } },
    ['fail declaration operations/administrators · a is of system and of audit'],
  ],
  [
    'nothing said',
    { operations: { administrators: undefined } },
    ['evidence-missing declaration operations/administrators · operations.yaml does not say `administrators`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(accLeastDuties, difference))).toEqual(expected);
});
