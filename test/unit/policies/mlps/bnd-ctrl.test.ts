import { bndCtrl } from '../../../../policies/mlps/bnd-ctrl';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { judgedGovernment } from '../../../support/policies/judged-government';
import { GovernmentCloud } from '../../proof/government-cloud';
import { id, SmallCloud } from '../../proof/small-cloud';

test('planes that meet in the gap device only', () => {
  expect(verdictOf(judgedGovernment(bndCtrl))).toEqual(['pass']);
});

test('a router with a leg in both planes', () => {
  const cloud = new GovernmentCloud().add('networking_router_interface', 'wrong', {
    router_id: id('networking_router', 'finance-extranet'),
    subnet_id: id('networking_subnet', 'dmz'),
  });
  const one = judgedGovernment(bndCtrl, cloud);
  expect(one.status).toBe('fail');
  expect(new Set(one.findings.map((finding) => finding.resource))).toEqual(new Set(['statement INV-1']));
});

const pairs = (...addresses: string[]) =>
  judgedStack(
    bndCtrl,
    new SmallCloud()
      .network('a', '10.0.0.0/24')
      .group('g')
      .port('p', 'a', '10.0.0.9', ['g'], { allowed_address_pairs: addresses.map((ip_address) => ({ ip_address })) })
      .stack(),
  );

test.each([['0.0.0.0/0'], ['0.0.0.0/1'], ['10.0.0.0/8'], ['10.0.1.7'], ['::/0']])(
  'a port may not send as %s',
  (pair) => {
    expect(verdictOf(pairs(pair))).toEqual([
      `fail openstack_networking_port_v2.p · it may send as ${pair}, outside of its network`,
    ]);
  },
);

test.each([['10.0.0.100'], ['10.0.0.100/32'], ['10.0.0.0/24']])('a port may send as %s of its own network', (pair) => {
  expect(verdictOf(pairs(pair))).toEqual(['pass']);
});
