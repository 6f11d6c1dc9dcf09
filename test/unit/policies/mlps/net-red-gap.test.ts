import { netRedGap } from '../../../../policies/mlps/net-red-gap';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a pair', {}, ['pass']],
  [
    'one device',
    { gap: { devices: { 'gap-1': { ha: 'single' } } } },
    ['fail gap gap-1 · gap device gap-1 stands alone'],
  ],
  [
    'no device',
    { gap: undefined, tenants: { finance: { systems: { budget: { flows: { 'web-to-app': undefined } } } } } },
    ['not-applicable'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(netRedGap, difference))).toEqual(expected);
});
