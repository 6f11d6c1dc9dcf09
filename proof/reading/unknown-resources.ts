import type { NetworkWorld, Unknown } from '../world/network-world';
import type { ResourceTable } from './resource-table';

/** Types that the readers understand. */
const READ = new Set(
  [
    'networking_network',
    'networking_subnet',
    'networking_subnet_route',
    'networking_subnetpool',
    'networking_addressscope',
    'networking_segment',
    'networking_rbac_policy',
    'networking_port',
    'networking_port_secgroup_associate',
    'networking_secgroup',
    'networking_secgroup_rule',
    'networking_address_group',
    'networking_router',
    'networking_router_interface',
    'networking_router_route',
    'networking_router_routes',
    'networking_floatingip',
    'networking_floatingip_associate',
    'networking_portforwarding',
    'networking_trunk',
    'compute_instance',
    'compute_interface_attach',
    'lb_loadbalancer',
    'lb_listener',
    'lb_pool',
    'lb_member',
    'lb_members',
    'lb_monitor',
    'lb_l7policy',
    'lb_l7rule',
    'fw_group',
    'fw_policy',
    'fw_rule',
    'bgpvpn',
    'bgpvpn_network_associate',
    'bgpvpn_router_associate',
    'bgpvpn_port_associate',
  ].map((name) => `openstack_${name}_v2`),
);

/** Families that carry no packet between two ports, whatever they say. */
const HARMLESS =
  /^openstack_(identity|images|blockstorage|objectstorage|sharedfilesystem|dns|keymanager|db_quotaset|orchestration|workflow)_|^openstack_compute_(?!instance|interface)|^openstack_networking_(qos|quota)|^openstack_lb_(flavor|flavorprofile|quota)_|quota/;

/** Types that nobody here understands: listed where they could matter, counted where they cannot. */
export function unknownResources(table: ResourceTable): Pick<NetworkWorld, 'unknowns' | 'passedOver'> {
  const unknowns: Unknown[] = [];
  const passedOver: Record<string, number> = {};
  for (const { id, place, type, mode, values } of table.resources) {
    const multiplied =
      values['count'] !== undefined || values['for_each'] !== undefined || values['dynamic'] !== undefined;
    if (READ.has(type) && !multiplied) continue;
    const matters = READ.has(type) || (type.startsWith('openstack_') && mode === 'managed' && !HARMLESS.test(type));
    if (!matters) passedOver[type] = (passedOver[type] ?? 0) + 1;
    else
      unknowns.push({
        id,
        place,
        touches: { kind: 'anything' },
        assumption: READ.has(type)
          ? `${id} is made exactly once (it uses count, for_each or dynamic; read the plan instead)`
          : `${id} opens no path between two ports (its type is not modelled)`,
      });
  }
  return { unknowns, passedOver };
}
