import { bakLocal } from '../../../../policies/mlps/bak-local';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a target at the site', {}, ['pass']],
  [
    'far away only',
    { backup: { plans: { B2: { targets: ['far'] } } } },
    ['fail backup B2 · backups of B2 go to no target at the primary site'],
  ],
  ['a tier that no volume uses', { backup: { plans: { B1: undefined } } }, ['pass']],
  [
    'nobody said how',
    { backup: { plans: undefined } },
    ['evidence-missing backup B2 · nobody said how backups of B2 are made here'],
  ],
  [
    'nothing said',
    {
      backup: { targets: undefined, plans: undefined },
      detection: { sinks: { own: { backup: undefined }, theirs: { backup: undefined } } },
    },
    ['evidence-missing declaration backup/targets · backup.yaml does not say `targets`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(bakLocal, difference))).toEqual(expected);
});
