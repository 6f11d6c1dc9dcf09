import type { ServiceName, Thing } from '../openstack/openstack-client';
import { found, type NaturalKey, same } from './natural-key';

/** Something with a name that is unique in its project. */
function named(path: string, key: string, service: ServiceName = 'network'): NaturalKey {
  return {
    needs: ['name', 'tenant_id', 'project_id'],
    async find(cloud, wanted) {
      const owner = wanted['tenant_id'] ?? wanted['project_id'];
      const all = await cloud.list(service, path, key);
      return all
        .filter((one) => one['name'] === wanted['name'] && (owner === undefined || one['project_id'] === owner))
        .map((one) => found(one, { attributes: { vip_port_id: one['vip_port_id'] } }));
    },
  };
}

/** Something that stands in a thing of which the id is known. */
function inside(
  props: {
    readonly service?: ServiceName;
    readonly path: string;
    readonly key: string;
    readonly needs: readonly string[];
  },
  is: (one: Thing, wanted: Thing) => boolean,
): NaturalKey {
  return {
    needs: props.needs,
    async find(cloud, wanted) {
      const all = await cloud.list(props.service ?? 'network', props.path, props.key);
      return all.filter((one) => is(one, wanted)).map((one) => found(one));
    },
  };
}

const RULE = ['direction', 'ethertype', 'protocol', 'port_range_min', 'port_range_max', 'remote_ip_prefix'] as const;

function isRule(one: Thing, wanted: Thing): boolean {
  if (one['security_group_id'] !== wanted['security_group_id']) return false;
  return same(one['remote_group_id'], wanted['remote_group_id']) && RULE.every((name) => same(one[name], wanted[name]));
}

function listed(value: unknown): readonly Thing[] {
  return Array.isArray(value) ? (value as Thing[]) : [];
}

const idsOf = (value: unknown): unknown[] => listed(value).map(({ id }) => id);

/** Of Neutron and Octavia. */
export const networkKeys: Readonly<Record<string, NaturalKey>> = {
  openstack_networking_network_v2: named('/v2.0/networks', 'networks'),
  openstack_networking_router_v2: named('/v2.0/routers', 'routers'),
  openstack_networking_secgroup_v2: named('/v2.0/security-groups', 'security_groups'),
  openstack_networking_addressscope_v2: named('/v2.0/address-scopes', 'address_scopes'),
  openstack_networking_subnetpool_v2: named('/v2.0/subnetpools', 'subnetpools'),
  openstack_networking_subnet_v2: inside(
    { path: '/v2.0/subnets', key: 'subnets', needs: ['network_id', 'cidr'] },
    (one, wanted) => one['network_id'] === wanted['network_id'] && one['cidr'] === wanted['cidr'],
  ),
  openstack_networking_port_v2: inside(
    { path: '/v2.0/ports', key: 'ports', needs: ['network_id', 'name'] },
    (one, wanted) => one['network_id'] === wanted['network_id'] && one['name'] === wanted['name'],
  ),
  openstack_networking_router_interface_v2: inside(
    { path: '/v2.0/ports', key: 'ports', needs: ['router_id', 'subnet_id'] },
    (one, wanted) =>
      one['device_id'] === wanted['router_id'] &&
      one['device_owner'] !== 'network:router_gateway' &&
      listed(one['fixed_ips']).some((ip) => ip['subnet_id'] === wanted['subnet_id']),
  ),
  openstack_networking_secgroup_rule_v2: inside(
    {
      path: '/v2.0/security-group-rules',
      key: 'security_group_rules',
      needs: ['security_group_id', 'remote_group_id'],
    },
    isRule,
  ),
  openstack_networking_floatingip_v2: inside(
    { path: '/v2.0/floatingips', key: 'floatingips', needs: ['address'] },
    (one, wanted) => one['floating_ip_address'] === wanted['address'],
  ),
  openstack_lb_loadbalancer_v2: named('/v2.0/lbaas/loadbalancers', 'loadbalancers', 'balancer'),
  openstack_lb_listener_v2: inside(
    {
      service: 'balancer',
      path: '/v2.0/lbaas/listeners',
      key: 'listeners',
      needs: ['loadbalancer_id', 'protocol_port'],
    },
    (one, wanted) =>
      idsOf(one['loadbalancers']).includes(wanted['loadbalancer_id']) &&
      one['protocol_port'] === wanted['protocol_port'],
  ),
  openstack_lb_pool_v2: inside(
    { service: 'balancer', path: '/v2.0/lbaas/pools', key: 'pools', needs: ['listener_id'] },
    (one, wanted) => idsOf(one['listeners']).includes(wanted['listener_id']),
  ),
  openstack_lb_monitor_v2: inside(
    { service: 'balancer', path: '/v2.0/lbaas/healthmonitors', key: 'healthmonitors', needs: ['pool_id'] },
    (one, wanted) => idsOf(one['pools']).includes(wanted['pool_id']),
  ),
  openstack_lb_member_v2: {
    needs: ['pool_id', 'address', 'protocol_port'],
    async find(cloud, wanted) {
      const pool = String(wanted['pool_id']);
      const members = await cloud.list('balancer', `/v2.0/lbaas/pools/${pool}/members`, 'members');
      return members
        .filter((one) => one['address'] === wanted['address'] && one['protocol_port'] === wanted['protocol_port'])
        .map((one) => found(one, { importId: `${pool}/${one['id']}` }));
    },
  },
};
