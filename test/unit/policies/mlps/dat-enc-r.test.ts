import { datEncR } from '../../../../policies/mlps/dat-enc-r';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['encrypted', { tenants: { finance: { systems: { budget: { dataClass: 'important' } } } } }, ['pass']],
  [
    'not encrypted',
    {
      volumeClasses: { 'encrypted-ssd': { encrypted: false } },
      tenants: { finance: { systems: { budget: { dataClass: 'important', tiers: { db: { servers: 1 } } } } } },
    },
    ['fail volume finance/budget/db/1/data · encrypted-ssd is not encrypted'],
  ],
  ['internal data', { volumeClasses: { 'encrypted-ssd': { encrypted: false } } }, ['not-applicable']],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(datEncR, difference))).toEqual(expected);
});
