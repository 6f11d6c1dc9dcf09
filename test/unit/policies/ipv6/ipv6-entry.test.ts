import { ipv6Entry } from '../../../../policies/ipv6/ipv6-entry';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['entries of this release', {}, ['warn plane internet · 1 entry has an IPv4 address only']],
  [
    'no entry of the Internet',
    { tenants: { finance: { systems: { budget: { tiers: { web: { entry: undefined } } } } } } },
    ['not-applicable'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(ipv6Entry, difference))).toEqual(expected);
});
