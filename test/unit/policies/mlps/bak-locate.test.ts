import { bakLocate } from '../../../../policies/mlps/bak-locate';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['each target has a division', {}, ['pass']],
  [
    'a single one',
    { backup: { targets: { own: undefined }, plans: { B1: { targets: ['near'] }, B2: { targets: ['near'] } } } },
    ['pass'],
  ],
  [
    'no target',
    {
      backup: { targets: { near: undefined, far: undefined, own: undefined }, plans: undefined },
      detection: { sinks: { own: { backup: undefined }, theirs: { backup: undefined } } },
    },
    ['fail declaration backup/targets · there is no target of backups'],
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
  expect(verdictOf(judgedCloud(bakLocate, difference))).toEqual(expected);
});
