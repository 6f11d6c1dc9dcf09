import { ipv6Plane } from '../../../../policies/ipv6/ipv6-plane';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['both families', {}, ['pass']],
  [
    'IPv4 alone',
    { planes: { internet: { blocks: ['10.17.0.0/16'] } } },
    ['warn plane internet · plane internet has IPv4 only'],
  ],
  ['IPv4 alone for storage', { planes: { storage: { blocks: ['10.19.0.0/20'] } } }, ['pass']],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(ipv6Plane, difference))).toEqual(expected);
});
