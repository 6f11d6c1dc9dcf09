import { trxConf } from '../../../../policies/mlps/trx-conf';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['TLS and IPsec', {}, ['pass']],
  ['IPsec for one system', { tenants: { finance: { systems: { budget: { transit: 'ipsec' } } } } }, ['pass']],
  [
    'one system in the clear',
    { tenants: { finance: { systems: { budget: { transit: 'plain' } } } } },
    ['fail system finance/budget · flows of finance/budget pass in the clear'],
  ],
  [
    'a flow of LDAP across zones',
    { tenants: { finance: { systems: { budget: { flows: { 'app-to-db': { ports: 'tcp/389' } } } } } } },
    ['fail flow F10 finance/budget/app-to-db · finance/budget/app speaks LDAP (tcp/389) to finance/budget/db'],
  ],
  [
    'a range that holds HTTP',
    { tenants: { finance: { systems: { budget: { flows: { 'app-to-db': { ports: 'tcp/79-81' } } } } } } },
    ['fail flow F10 finance/budget/app-to-db · finance/budget/app speaks HTTP (tcp/80) to finance/budget/db'],
  ],
  [
    'LDAP over TLS',
    { tenants: { finance: { systems: { budget: { flows: { 'app-to-db': { ports: 'tcp/636' } } } } } } },
    ['pass'],
  ],
  [
    'lines between sites in the clear',
    { protection: { transit: { links: 'plain' } } },
    ['fail declaration protection/transit · lines between sites are not encrypted'],
  ],
  [
    'one site has no lines to another',
    {
      sites: { far: undefined },
      backup: { targets: { far: { site: undefined } } },
      protection: { transit: { links: undefined } },
    },
    ['pass'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(trxConf, difference))).toEqual(expected);
});
