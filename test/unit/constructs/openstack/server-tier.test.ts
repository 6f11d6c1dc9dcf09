import { ServerTier } from '../../../../constructs/openstack/server-tier';
import { network, tier } from '../../../support/design-fixture';
import { resourcesOf, testStack } from '../../../support/resources-of';

const app = network('finance/app', 'extranet', 'dept', 'finance-extranet', 5);
const networks = (key: string) => ({ networkId: `id of ${key}`, subnetId: (one: string) => `id of ${key}/${one}` });
const securityGroups = (key: string) => ({ securityGroupId: `id of ${key}` });

test('two servers have two ports, two volumes, and a group that keeps them on different hosts', () =>
  expect(
    resourcesOf(
      (stack) => new ServerTier(stack, 'finance/app', { ...tier('finance/app', app, 2), networks, securityGroups }),
    ),
  ).toEqual({
    'networking_port_v2.finance_app_1': port(1),
    'networking_port_v2.finance_app_2': port(2),
    'blockstorage_volume_v3.finance_app_1_data': volume(1),
    'blockstorage_volume_v3.finance_app_2_data': volume(2),
    'compute_servergroup_v2.finance_app': { name: 'finance/app', policies: ['anti-affinity'] },
  }));

function port(n: number) {
  return {
    name: `finance/app/${n}`,
    description: `Port finance/app/${n}`,
    network_id: 'id of finance/app',
    fixed_ip: [
      { subnet_id: 'id of finance/app/v4', ip_address: `10.16.5.1${n}` },
      { subnet_id: 'id of finance/app/v6', ip_address: `2001:db8:16:5::1${n}` },
    ],
    security_group_ids: ['id of finance/app', 'id of finance-extranet/baseline'],
    tags: ['adcode:130000'],
  };
}

function volume(n: number) {
  return { name: `finance/app/${n}/data`, size: 100, volume_type: 'encrypted', metadata: { dept: 'finance' } };
}

test('a single server needs no group', () => {
  const props = { ...tier('finance/app', app, 1), networks, securityGroups };
  expect(Object.keys(resourcesOf((stack) => new ServerTier(stack, 'finance/app', props)))).toEqual([
    'blockstorage_volume_v3.finance_app_1_data',
    'networking_port_v2.finance_app_1',
  ]);
});

test('a port without a security group is refused', () => {
  const { ports } = tier('finance/app', app, 1);
  const bare = ports.map((one) => ({ ...one, groups: [] }));
  expect(() => new ServerTier(testStack(), 'finance/app', { ports: bare, networks, securityGroups })).toThrow(
    'port finance/app/1 has no security group; name at least one',
  );
});
