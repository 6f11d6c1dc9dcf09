import { addressWords, resourceName } from '../../../model/resource-name';

test('a type without a word here is called by itself', () => {
  expect(resourceName('openstack_new_thing_v1').en).toBe('openstack_new_thing_v1');
});

test.each([
  ['openstack_networking_network_v2.finance_budget_app', 'network finance/budget/app'],
  ['openstack_networking_secgroup_v2.finance_budget_app__2', 'security group finance/budget/app.2'],
  ['data.openstack_keymanager_container_v1.finance_budget_web', 'key container finance/budget/web'],
])('%s is %s', (address, words) => {
  expect(addressWords(address).en).toBe(words);
});
