import { netIso } from '../../../../policies/mlps/net-iso';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { judgedGovernment } from '../../../support/policies/judged-government';
import { GovernmentCloud } from '../../proof/government-cloud';
import { id, SmallCloud } from '../../proof/small-cloud';

const withAddressOn = (port_id: string) =>
  new GovernmentCloud().add('networking_floatingip', 'more', {
    pool: 'internet-edge',
    address: '203.0.113.81',
    port_id,
  });

test('a cloud whose one address is that of its entry', () => {
  expect(verdictOf(judgedGovernment(netIso))).toEqual(['pass']);
});

test('an address on a database', () => {
  const one = judgedGovernment(netIso, withAddressOn(id('networking_port', 'finance-db-1')));
  expect(one.findings.map(({ status, resource, about }) => [status, resource, about])).toEqual([
    ['fail', 'statement INV-2', expect.stringContaining('openstack_networking_floatingip_v2.more')],
  ]);
});

test('a second address of the entry', () => {
  expect(verdictOf(judgedGovernment(netIso, withAddressOn(id('lb_loadbalancer', 'entry', 'vip_port_id'))))).toEqual([
    'pass',
  ]);
});

test('without a design nobody says which zones are important', () => {
  expect(verdictOf(judgedStack(netIso, new SmallCloud().network('a', '10.0.0.0/24').stack()))).toEqual([
    'not-applicable',
  ]);
});
