import { bakPolicy } from '../../../../policies/mlps/bak-policy';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['three copies at three targets', {}, ['pass']],
  ['fewer copies than targets', { backupTiers: { B2: { copies: 1 } } }, ['pass']],
  [
    'four copies promised',
    { backupTiers: { B2: { copies: 4 } } },
    ['fail backup B2 · B2 promises 4 copies, its plan has 3 targets'],
  ],
  [
    'nobody said how',
    { backup: { plans: undefined } },
    ['evidence-missing backup B2 · nobody said how backups of B2 are made here'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(bakPolicy, difference))).toEqual(expected);
});
