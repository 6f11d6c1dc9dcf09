import { smcLog } from '../../../../policies/mlps/smc-log';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['half a year', {}, ['pass']],
  [
    'one day less',
    { detection: { sinks: { own: { retentionDays: 179 } } } },
    ['fail declaration detection/sinks · sink own keeps records for 179 days, 180 are needed'],
  ],
  [
    'nobody takes what the bastion records',
    { detection: { sinks: { own: { sources: ['boundary', 'api', 'hosts', 'gap'] } } } },
    ['fail declaration detection/sinks · no sink takes the records of bastion'],
  ],
  [
    'without a gap device nobody needs its records',
    {
      gap: undefined,
      tenants: { finance: { systems: { budget: { flows: { 'web-to-app': undefined } } } } },
      detection: { sinks: { own: { sources: ['boundary', 'api', 'hosts', 'bastion'] } } },
    },
    ['pass'],
  ],
  [
    'nothing said',
    { detection: { sinks: undefined, boundaryLogs: undefined } },
    ['evidence-missing declaration detection/sinks · detection.yaml does not say `sinks`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(smcLog, difference))).toEqual(expected);
});
