import { bakRemote } from '../../../../policies/mlps/bak-remote';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['another division, at once', {}, ['pass']],
  ['another division, every day', { backup: { targets: { far: { everyMinutes: 1440 } } } }, ['pass']],
  [
    'another division, a minute less often',
    { backup: { targets: { far: { everyMinutes: 1441 } } } },
    ['fail backup B2 · no copy of B2 leaves the place every day'],
  ],
  [
    'the same division',
    { backup: { targets: { far: { adcode: '421300' } } } },
    ['fail backup B2 · no copy of B2 leaves the place every day'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(bakRemote, difference, { level: 2 }))).toEqual(expected);
});
