import { bakRestore } from '../../../../policies/mlps/bak-restore';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['tried in September', {}, ['pass']],
  ['tried 183 days ago', { backup: { restoreTest: { date: '2026-05-26' } } }, ['pass']],
  [
    'tried 184 days ago',
    { backup: { restoreTest: { date: '2026-05-25' } } },
    ['fail declaration backup/restoreTest · the last restore was tried 184 days ago, 183 are allowed'],
  ],
  [
    'a test that is still to come',
    { backup: { restoreTest: { date: '2026-11-26' } } },
    ['fail declaration backup/restoreTest · the restore of 2026-11-26 lies ahead'],
  ],
  [
    'nothing said',
    { backup: { restoreTest: undefined } },
    ['evidence-missing declaration backup/restoreTest · backup.yaml does not say `restoreTest`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(bakRestore, difference))).toEqual(expected);
});
