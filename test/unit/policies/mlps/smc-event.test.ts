import { smcEvent } from '../../../../policies/mlps/smc-event';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['alarms with a contact', {}, ['pass']],
  [
    'alarms in two rules',
    { detection: { alarms: { all: { on: ['intrusion', 'malware'] }, more: { on: ['audit-failure'], contact: 'x' } } } },
    ['pass'],
  ],
  [
    'nobody is told of malware',
    { detection: { alarms: { all: { on: ['intrusion', 'audit-failure'] } } } },
    ['fail declaration detection/alarms · nobody is told of malware'],
  ],
  [
    'nothing said',
    { detection: { alarms: undefined } },
    ['evidence-missing declaration detection/alarms · detection.yaml does not say `alarms`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(smcEvent, difference))).toEqual(expected);
});
