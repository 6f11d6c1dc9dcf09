import { TenantVpc } from '../../../../constructs/openstack/tenant-vpc';
import { entry, vpc } from '../../../support/design-fixture';
import { resourcesOf, testStack } from '../../../support/resources-of';

const networks = (key: string) => ({ networkId: `id of ${key}`, subnetId: (one: string) => `id of ${key}/${one}` });
const outside = {
  networks,
  networkName: (key: string) => `130000/${key}`,
  projects: (key: string) => ({ projectId: `id of ${key}` }),
  flavorId: (key: string) => `id of ${key}`,
  dnsZoneId: () => 'zone',
};

/** How many of each type. */
function census(resources: Record<string, unknown>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const address of Object.keys(resources)) {
    const type = address.split('.')[0] ?? '';
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

test('a department in a plane has one of everything that a design gives it', () =>
  expect(
    census(
      resourcesOf((stack) => new TenantVpc(stack, 'finance-extranet', { ...vpc('finance', 'extranet', 5), outside })),
    ),
  ).toEqual({
    blockstorage_quotaset_v3: 1,
    blockstorage_volume_v3: 2,
    compute_flavor_access_v2: 1,
    compute_quotaset_v2: 1,
    compute_servergroup_v2: 1,
    identity_project_v3: 1,
    keymanager_container_v1: 1,
    lb_quota_v2: 1,
    networking_network_v2: 1,
    networking_port_v2: 2,
    networking_quota_v2: 1,
    networking_router_interface_v2: 2,
    networking_router_v2: 1,
    networking_secgroup_rule_v2: 3,
    networking_secgroup_v2: 2,
    networking_subnet_v2: 2,
  }));

/** Resources of the department that neither wait for a quota nor use something that does. */
test('nothing is made before the quota that it counts against', () => {
  const resources = resourcesOf((stack) => new TenantVpc(stack, 'v', { ...vpc('finance', 'extranet', 5), outside }));
  const early = /^(identity_project|.*quota|compute_flavor_access|keymanager_container)/;
  const free = Object.keys(resources).filter((address) => !early.test(address) && !waits(address, resources));
  expect(free).toEqual([]);
});

function waits(address: string, resources: Record<string, Record<string, unknown>>): boolean {
  const values = resources[address] ?? {};
  const after = (values['depends_on'] as string[] | undefined) ?? [];
  if (after.some((one) => one.includes('quota'))) return true;
  const used = JSON.stringify(values).match(/openstack_[a-z0-9_]+\.[A-Za-z0-9_-]+(?=\.id)/g) ?? [];
  return used.some((one) => waits(one.replace('openstack_', ''), resources));
}

test('what takes no project argument is made with the token of the project, and nothing else is', () => {
  const resources = resourcesOf((stack) => new TenantVpc(stack, 'v', { ...vpc('finance', 'extranet', 5), outside }));
  const scoped = Object.keys(resources).filter((one) => resources[one]?.['provider'] === 'openstack.finance-extranet');
  expect(scoped).toEqual([
    'blockstorage_volume_v3.finance_extranet_app_1_data',
    'blockstorage_volume_v3.finance_extranet_app_2_data',
    'compute_servergroup_v2.finance_extranet_app',
    'keymanager_container_v1.v',
  ]);
});

test('an entry in the DMZ belongs to the platform', () => {
  const props = { ...vpc('finance', 'internet', 5, [entry('finance/web')]), outside };
  const resources = resourcesOf((stack) => new TenantVpc(stack, 'finance-internet', props));
  expect(resources['lb_loadbalancer_v2.finance_web']).toMatchObject({
    tenant_id: 'id of platform-internet',
    vip_subnet_id: 'id of internet/dmz/v4',
  });
  expect(resources['networking_floatingip_v2.finance_web']).toMatchObject({ pool: '130000/internet/edge' });
});

test('an entry in a network of the department waits for the router that leads there', () => {
  const own = { ...entry('finance/web'), project: 'finance-internet', network: 'finance/internet/app' };
  const props = { ...vpc('finance', 'internet', 5, [own]), outside };
  const resources = resourcesOf((stack) => new TenantVpc(stack, 'finance-internet', props));
  expect(resources['networking_floatingip_v2.finance_web']?.['depends_on']).toEqual([
    'openstack_networking_router_interface_v2.finance_internet_app_v4',
    'openstack_networking_router_interface_v2.finance_internet_app_v6',
  ]);
  expect(resources['lb_loadbalancer_v2.finance_web']?.['depends_on']).toEqual([
    'openstack_lb_quota_v2.finance-internet',
  ]);
});

test('what a VPC needs of its surroundings and does not get is named', () =>
  expect(
    () => new TenantVpc(testStack(), 'finance-extranet', { ...vpc('finance', 'extranet', 5), outside: { networks } }),
  ).toThrow('finance-extranet needs outside.flavorId for extranet-arm/c8m16'));

test('adding a network leaves the addresses of the others alone', () => {
  const before = vpc('finance', 'extranet', 5);
  const [first] = before.networks;
  if (first === undefined) throw new Error('the fixture has a network');
  const after = { ...before, networks: [{ ...first, key: 'finance/aaa/new', name: 'finance/aaa/new' }, first] };
  const addresses = (props: typeof before) =>
    Object.keys(resourcesOf((stack) => new TenantVpc(stack, 'v', { ...props, outside })));
  expect(addresses(after).filter((one) => !one.includes('aaa'))).toEqual(addresses(before));
});
