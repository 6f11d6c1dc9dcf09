import { NetworkingSecgroupV2 } from '@cdktf/provider-openstack/lib/networking-secgroup-v2';
import { Construct } from 'constructs';
import { addressed, idOf } from '../../../../constructs/openstack/address';
import { resourcesOf, testStack } from '../../../support/resources-of';

test.each([
  ['finance/budget/app', 'finance_budget_app'],
  ['finance/budget/app.2', 'finance_budget_app__2'],
  ['finance-extranet', 'finance-extranet'],
  ['in 10:1', 'in-10-1'],
])('the key %s becomes the id %s', (key, id) => expect(idOf(key)).toBe(id));

test('a second group of one key has another id than a neighbour with a number in its key', () =>
  expect(idOf('finance/app.2')).not.toBe(idOf('finance/app-2')));

test('two resources with one address are refused, with both paths', () => {
  const stack = testStack();
  const [one, two] = [new Construct(stack, 'one'), new Construct(stack, 'two')];
  addressed(new NetworkingSecgroupV2(one, 'group', { name: 'a' }), 'finance/app');
  expect(() => addressed(new NetworkingSecgroupV2(two, 'group', { name: 'b' }), 'finance/app')).toThrow(
    'openstack_networking_secgroup_v2.finance_app: both test/one/group and test/two/group have this address; give one another id',
  );
});

test('two stacks may have the same address', () => {
  const build = () =>
    resourcesOf((stack) => addressed(new NetworkingSecgroupV2(stack, 'group', { name: 'a' }), 'finance/app'));
  expect(Object.keys(build())).toEqual(Object.keys(build()));
});
