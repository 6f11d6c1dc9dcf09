import { datInt } from '../../../../policies/mlps/dat-int';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['compared', {}, ['pass']],
  [
    'one target that compares nothing',
    { backup: { targets: { far: { checksummed: false } } } },
    ['fail declaration backup/targets · nobody compares the copies at far'],
  ],
  ['slow, but compared', { backup: { targets: { far: { everyMinutes: 10000 } } } }, ['pass']],
  [
    'nothing said',
    {
      backup: { targets: undefined, plans: undefined },
      detection: { sinks: { own: { backup: undefined }, theirs: { backup: undefined } } },
    },
    ['evidence-missing declaration backup/targets · backup.yaml does not say `targets`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(datInt, difference))).toEqual(expected);
});
