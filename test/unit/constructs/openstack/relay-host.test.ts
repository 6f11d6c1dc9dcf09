import { RelayHost } from '../../../../constructs/openstack/relay-host';
import { design } from '../../../support/design-fixture';
import { resourcesOf } from '../../../support/resources-of';

const networks = (key: string) => ({ networkId: `id of ${key}`, subnetId: (one: string) => `id of ${key}/${one}` });
const projects = (key: string) => ({ projectId: `id of ${key}` });
const relay = design().planes[0]?.relays[0];
if (relay === undefined) throw new Error('the fixture has a relay');

/** Address, project, network or group of each. */
function summary(resources: Record<string, Record<string, unknown>>): unknown[] {
  return Object.entries(resources).map(([address, values]) => [
    address,
    values['tenant_id'],
    values['network_id'] ?? values['security_group_id'] ?? values['name'],
  ]);
}

test('each leg of a relay has groups of its own plane', () =>
  expect(summary(resourcesOf((stack) => new RelayHost(stack, 'bastion', { ...relay, networks, projects })))).toEqual([
    ['networking_port_v2.extranet_bastion', 'id of platform-extranet', 'id of extranet/edge'],
    ['networking_port_v2.management_extranet-bastion', 'id of platform-management', 'id of management/ops'],
    [
      'networking_secgroup_rule_v2.extranet_bastion_ingress-tcp-22-10-48-0-0_24',
      'id of platform-extranet',
      `\${openstack_networking_secgroup_v2.extranet_bastion.id}`,
    ],
    [
      'networking_secgroup_rule_v2.management_extranet-bastion_ingress-tcp-22-10-48-0-0_24',
      'id of platform-management',
      `\${openstack_networking_secgroup_v2.management_extranet-bastion.id}`,
    ],
    ['networking_secgroup_v2.extranet_bastion', 'id of platform-extranet', 'extranet/bastion'],
    ['networking_secgroup_v2.management_extranet-bastion', 'id of platform-management', 'management/extranet-bastion'],
  ]));
