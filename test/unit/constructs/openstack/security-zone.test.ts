import { SecurityZone } from '../../../../constructs/openstack/security-zone';
import { group, network } from '../../../support/design-fixture';
import { resourcesOf, testStack } from '../../../support/resources-of';

const dmz = network('internet/dmz', 'internet', 'dmz', 'platform-internet', 1);
const groups = [group('internet/dmz', 'platform-internet'), group('internet/dmz.2', 'platform-internet')];

test('network and groups of a zone belong to its owner, and the subnets come from the pools of the plane', () => {
  const pools = [{ subnetPoolId: 'pool-4', family: 4, prefixes: ['10.32.0.0/16'] }] as const;
  const props = { network: dmz, groups, pools, owner: { projectId: 'p' } };
  const resources = resourcesOf((stack) => new SecurityZone(stack, 'internet/dmz', props));
  expect(Object.keys(resources)).toEqual([
    'networking_network_v2.internet_dmz',
    'networking_secgroup_v2.internet_dmz',
    'networking_secgroup_v2.internet_dmz__2',
    'networking_subnet_v2.internet_dmz_v4',
    'networking_subnet_v2.internet_dmz_v6',
  ]);
  expect(Object.values(resources).map((values) => values['tenant_id'])).toEqual(Array(5).fill('p'));
  expect(resources['networking_subnet_v2.internet_dmz_v4']?.['subnetpool_id']).toBe('pool-4');
  expect(resources['networking_subnet_v2.internet_dmz_v6']?.['subnetpool_id']).toBeUndefined();
});

test('a group that the zone does not have is named together with those that it has', () => {
  const zone = new SecurityZone(testStack(), 'internet/dmz', { network: dmz, groups });
  expect(() => zone.groups.find('internet/edge')).toThrow(
    'test/internet_dmz/groups has no security group internet/edge, only internet/dmz, internet/dmz.2',
  );
});
