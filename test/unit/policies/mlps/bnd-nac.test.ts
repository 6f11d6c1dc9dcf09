import { bndNac } from '../../../../policies/mlps/bnd-nac';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { id, SmallCloud } from '../../proof/small-cloud';

const cloud = () => new SmallCloud().network('a', '10.0.0.0/24').group('g').port('p', 'a', '10.0.0.9', ['g']);
const of = (one: SmallCloud) => verdictOf(judgedStack(bndNac, one.stack()));

test('a network of one project with port security', () => {
  expect(of(cloud())).toEqual(['pass']);
});

test('said outright is the same', () => {
  const one = cloud().network('b', '10.1.0.0/24', { shared: false, port_security_enabled: true });
  expect(of(one)).toEqual(['pass']);
});

test.each([
  ['a shared network', { shared: true }, 'every project may put ports on it'],
  ['a network without port security', { port_security_enabled: false }, 'new ports have no security'],
])('%s', (_, values, message) => {
  expect(of(cloud().network('a', '10.0.0.0/24', values))).toEqual([
    `fail openstack_networking_network_v2.a · ${message}`,
  ]);
});

test('a port without security', () => {
  expect(of(cloud().port('p', 'a', '10.0.0.9', [], { port_security_enabled: false }))).toEqual([
    'fail openstack_networking_port_v2.p · the port has no security: any address, no groups',
  ]);
});

const share = (target_tenant: string) =>
  cloud().add('networking_rbac_policy', 'r', {
    object_type: 'network',
    object_id: id('networking_network', 'a'),
    action: 'access_as_shared',
    target_tenant,
  });

test('a share with everybody, and with one project', () => {
  expect(of(share('*'))).toEqual(['fail openstack_networking_rbac_policy_v2.r · it is shared with every project']);
  expect(of(share('3f1c'))).toEqual(['pass']);
});
