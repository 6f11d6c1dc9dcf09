import { cldWatch } from '../../../../policies/mlps/cld-watch';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['alarms and a look every day', {}, ['pass']],
  ['a look every hour', { operations: { baseline: { driftHours: 1 } } }, ['pass']],
  [
    'a look every 25 hours',
    { operations: { baseline: { driftHours: 25 } } },
    ['fail declaration operations/baseline · the cloud is compared every 25 hours'],
  ],
  [
    'nobody is told of broken isolation',
    { detection: { alarms: { all: { on: ['unmanaged-server', 'malware'] } } } },
    ['fail declaration detection/alarms · nobody is told of isolation'],
  ],
  [
    'nothing said',
    { operations: { baseline: undefined } },
    ['evidence-missing declaration operations/baseline · operations.yaml does not say `baseline`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(cldWatch, difference))).toEqual(expected);
});
