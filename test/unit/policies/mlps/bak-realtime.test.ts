import { bakRealtime } from '../../../../policies/mlps/bak-realtime';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['at once', {}, ['pass']],
  ['fifteen minutes behind', { backup: { targets: { far: { everyMinutes: 15 } } } }, ['pass']],
  [
    'sixteen minutes behind',
    { backup: { targets: { far: { everyMinutes: 16 } } } },
    ['fail backup B2 · no copy of B2 is elsewhere within 15 minutes'],
  ],
  [
    'at once, to the same division',
    { backup: { targets: { far: { adcode: '421300' } } } },
    ['fail backup B2 · no copy of B2 is elsewhere within 15 minutes'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(bakRealtime, difference))).toEqual(expected);
});
