import { iamLock } from '../../../../policies/mlps/iam-lock';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['five tries, half an hour, half an hour', {}, ['pass']],
  ['stricter', { operations: { bastion: { tries: 3, lockMinutes: 60, idleMinutes: 10 } } }, ['pass']],
  [
    'six tries',
    { operations: { bastion: { tries: 6 } } },
    ['warn declaration operations/bastion · 6 tries, 30 minutes of lock, 30 minutes of silence'],
  ],
  [
    'nothing said',
    { operations: { bastion: undefined } },
    ['evidence-missing declaration operations/bastion · operations.yaml does not say `bastion`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(iamLock, difference))).toEqual(expected);
});
