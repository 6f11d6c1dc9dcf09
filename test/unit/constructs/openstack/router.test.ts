import { Router } from '../../../../constructs/openstack/router';
import { network, router } from '../../../support/design-fixture';
import { resourcesOf, testStack } from '../../../support/resources-of';

const app = network('finance/app', 'extranet', 'dept', 'finance-extranet', 5);
const networks = (key: string) => ({ networkId: `id of ${key}`, subnetId: (one: string) => `id of ${key}/${one}` });
const design = router('finance-extranet', 'extranet', [app], 12);

test('a router of a design has its addresses on the edge and an interface in each subnet, and translates nothing', () =>
  expect(resourcesOf((stack) => new Router(stack, design.key, { ...design, networks }))).toEqual({
    'networking_router_v2.finance-extranet': {
      name: 'finance-extranet',
      external_network_id: 'id of extranet/edge',
      enable_snat: false,
      external_fixed_ip: [
        { subnet_id: 'id of extranet/edge/v4', ip_address: '10.16.0.12' },
        { subnet_id: 'id of extranet/edge/v6', ip_address: '2001:db8:16:0::12' },
      ],
      tags: ['adcode:130000'],
    },
    'networking_router_interface_v2.finance_app_v4': {
      router_id: `\${openstack_networking_router_v2.finance-extranet.id}`,
      subnet_id: 'id of finance/app/v4',
    },
    'networking_router_interface_v2.finance_app_v6': {
      router_id: `\${openstack_networking_router_v2.finance-extranet.id}`,
      subnet_id: 'id of finance/app/v6',
    },
  }));

test('a router without a gateway knows its own networks only', () =>
  expect(resourcesOf((stack) => new Router(stack, 'r', { name: 'r', interfaces: [], networks }))).toEqual({
    'networking_router_v2.r': { name: 'r' },
  }));

test('it tells which interfaces lead to a network, and none for one that it does not know', () => {
  const made = new Router(testStack(), design.key, { ...design, networks });
  expect(made.interfacesTo('finance/app')).toHaveLength(2);
  expect(made.interfacesTo('finance/db')).toEqual([]);
});
