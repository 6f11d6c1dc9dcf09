import { smcTime } from '../../../../policies/mlps/smc-time';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a clock', {}, ['pass']],
  ['a clock of IPv6', { detection: { time: ['2001:db8:18::5/128'] } }, ['pass']],
  [
    'nothing said',
    { detection: { time: undefined } },
    ['evidence-missing declaration detection/time · detection.yaml does not say `time`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(smcTime, difference, { level: 4 }))).toEqual(expected);
});
