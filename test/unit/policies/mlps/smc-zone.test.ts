import { smcZone } from '../../../../policies/mlps/smc-zone';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['in the zone of security', {}, ['pass']],
  [
    'a log store among the operators',
    { detection: { sinks: { own: { zone: 'management/ops' } } } },
    ['fail component sink own · sink own stands in management/ops'],
  ],
  [
    'the key manager among the operators',
    { protection: { keys: { zone: 'management/ops' } } },
    ['fail component the key manager · the key manager stands in management/ops'],
  ],
  [
    'nothing that could stand elsewhere',
    { detection: { sinks: undefined, boundaryLogs: undefined }, protection: { keys: undefined } },
    ['pass'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(smcZone, difference))).toEqual(expected);
});
