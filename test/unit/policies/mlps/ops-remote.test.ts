import { opsRemote } from '../../../../policies/mlps/ops-remote';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['allowed for a year more', {}, ['pass']],
  [
    'allowed until today',
    { gap: { channels: { 'budget-requests': { approval: { until: '2026-11-25' } } } } },
    ['pass'],
  ],
  [
    'allowed until yesterday',
    { gap: { channels: { 'budget-requests': { approval: { until: '2026-11-24' } } } } },
    ['fail approval channel budget-requests · approval SZ-GAP-1 ended on 2026-11-24'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(opsRemote, difference))).toEqual(expected);
});
