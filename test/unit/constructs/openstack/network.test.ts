import { Network } from '../../../../constructs/openstack/network';
import { network, subnet } from '../../../support/design-fixture';
import { resourcesOf, testStack } from '../../../support/resources-of';

const design = network('finance/budget/app', 'extranet', 'dept', 'finance-extranet', 5);
const pools = [
  { subnetPoolId: 'pool-4', family: 4, prefixes: ['10.16.0.0/16'] },
  { subnetPoolId: 'pool-6', family: 6, prefixes: ['2001:db8:16::/48'] },
] as const;

test('a network of a design has its segment and every address written out', () =>
  expect(resourcesOf((stack) => new Network(stack, design.key, { ...design, pools }))).toEqual({
    'networking_network_v2.finance_budget_app': {
      name: 'finance/budget/app',
      external: false,
      segments: [{ network_type: 'vlan', physical_network: 'physnet-extranet', segmentation_id: 165 }],
      tags: ['adcode:130000', 'plane:extranet', 'zone:dept'],
    },
    'networking_subnet_v2.finance_budget_app_v4': {
      name: 'finance/budget/app-v4',
      network_id: `\${openstack_networking_network_v2.finance_budget_app.id}`,
      ip_version: 4,
      cidr: '10.16.5.0/24',
      gateway_ip: '10.16.5.1',
      enable_dhcp: true,
      allocation_pool: [{ start: '10.16.5.2', end: '10.16.5.9' }],
      subnetpool_id: 'pool-4',
      tags: ['adcode:130000', 'plane:extranet', 'zone:dept'],
    },
    'networking_subnet_v2.finance_budget_app_v6': {
      name: 'finance/budget/app-v6',
      network_id: `\${openstack_networking_network_v2.finance_budget_app.id}`,
      ip_version: 6,
      cidr: '2001:db8:16:5::/64',
      gateway_ip: '2001:db8:16:5::1',
      enable_dhcp: true,
      ipv6_address_mode: 'dhcpv6-stateful',
      ipv6_ra_mode: 'dhcpv6-stateful',
      allocation_pool: [{ start: '2001:db8:16:5::2', end: '2001:db8:16:5::9' }],
      subnetpool_id: 'pool-6',
      tags: ['adcode:130000', 'plane:extranet', 'zone:dept'],
    },
  }));

test('one subnet outside of the pool keeps all of its family out of it, as Neutron wants', () => {
  const outside = { ...subnet('n', '192.0.2.0/24', '192.0.2.1'), key: 'reachable', gateway: null, dynamic: null };
  const props = { ...design, subnets: [...design.subnets, outside], pools };
  const resources = resourcesOf((stack) => new Network(stack, 'n', props));
  expect(resources['networking_subnet_v2.n_v4']?.['subnetpool_id']).toBeUndefined();
  expect(resources['networking_subnet_v2.n_v6']?.['subnetpool_id']).toBe('pool-6');
  expect(resources['networking_subnet_v2.n_reachable']).toEqual({
    name: 'n-v4',
    network_id: `\${openstack_networking_network_v2.n.id}`,
    ip_version: 4,
    cidr: '192.0.2.0/24',
    no_gateway: true,
    enable_dhcp: true,
    tags: ['adcode:130000', 'plane:extranet', 'zone:dept'],
  });
});

test('an overlay segment names no physical network', () => {
  const props = { name: 'n', subnets: [], segment: { type: 'geneve', id: 7 } } as const;
  expect(resourcesOf((stack) => new Network(stack, 'n', props))['networking_network_v2.n']?.['segments']).toEqual([
    { network_type: 'geneve', segmentation_id: 7 },
  ]);
});

test('IPv6 without DHCP sets no address mode', () => {
  const still = subnet('n', '2001:db8::/64', '2001:db8::1', false);
  const resources = resourcesOf((stack) => new Network(stack, 'n', { name: 'n', subnets: [still] }));
  expect(Object.keys(resources['networking_subnet_v2.n_v6'] ?? {})).not.toContain('ipv6_ra_mode');
});

test('a subnet that is not there is named together with those that are', () => {
  const made = new Network(testStack(), design.key, design);
  expect(() => made.subnetId('v5')).toThrow('network finance/budget/app has no subnet v5, only v4, v6');
});
