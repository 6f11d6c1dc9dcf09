import { haHot } from '../../../../policies/mlps/ha-hot';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['two servers each', {}, ['pass']],
  [
    'one server',
    { tenants: { finance: { systems: { budget: { tiers: { db: { servers: 1 } } } } } } },
    ['fail tier finance/budget/db · the tier is one server'],
  ],
  ['three servers', { tenants: { finance: { systems: { budget: { tiers: { db: { servers: 3 } } } } } } }, ['pass']],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(haHot, difference))).toEqual(expected);
});
