import { datEncT } from '../../../../policies/mlps/dat-enc-t';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['TLS', { tenants: { finance: { systems: { budget: { dataClass: 'important' } } } } }, ['pass']],
  [
    'important data in the clear',
    { tenants: { finance: { systems: { budget: { dataClass: 'important', transit: 'plain' } } } } },
    ['fail system finance/budget · important data of finance/budget passes in the clear'],
  ],
  [
    'internal data in the clear: another policy’s matter',
    { tenants: { finance: { systems: { budget: { transit: 'plain' } } } } },
    ['not-applicable'],
  ],
  [
    'nobody says how',
    { protection: { transit: undefined }, tenants: { finance: { systems: { budget: { dataClass: 'core' } } } } },
    ['evidence-missing system finance/budget · core data of finance/budget passes nobody says how'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(datEncT, difference))).toEqual(expected);
});
