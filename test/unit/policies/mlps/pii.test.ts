import { pii } from '../../../../policies/mlps/pii';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['encrypted and recorded', { tenants: { finance: { systems: { budget: { pii: true } } } } }, ['pass']],
  [
    'not recorded',
    { tenants: { finance: { systems: { budget: { pii: true, databaseAudit: false } } } } },
    ['fail system finance/budget · nobody records who reads finance/budget'],
  ],
  [
    'nobody said it',
    { protection: { databaseAudit: undefined }, tenants: { finance: { systems: { budget: { pii: true } } } } },
    ['evidence-missing system finance/budget · nobody records who reads finance/budget'],
  ],
  [
    'not encrypted',
    {
      volumeClasses: { 'encrypted-ssd': { encrypted: false } },
      tenants: { finance: { systems: { budget: { pii: true, tiers: { db: { servers: 1 } } } } } },
    },
    ['fail system finance/budget · volume finance/budget/db/1/data is not encrypted'],
  ],
  ['no personal information', { protection: { databaseAudit: false } }, ['not-applicable']],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(pii, difference))).toEqual(expected);
});
