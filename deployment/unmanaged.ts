import type { Text } from '../model/text';
import type { Drift } from './drift';
import { groupNames } from './drift';
import { thingWords } from './drift-words';
import type { OpenStackClient, ServiceName, Thing } from './openstack/openstack-client';
import type { StackState } from './stack-state';

interface Kind {
  readonly type: string;
  readonly service: ServiceName;
  readonly path: string;
  readonly key: string;
  /** Whether somebody makes it; not the cloud for its own purposes. */
  readonly counts?: (thing: Thing) => boolean;
}

const KINDS: readonly Kind[] = [
  { type: 'openstack_networking_network_v2', service: 'network', path: '/v2.0/networks', key: 'networks' },
  { type: 'openstack_networking_subnet_v2', service: 'network', path: '/v2.0/subnets', key: 'subnets' },
  { type: 'openstack_networking_router_v2', service: 'network', path: '/v2.0/routers', key: 'routers' },
  {
    type: 'openstack_networking_secgroup_v2',
    service: 'network',
    path: '/v2.0/security-groups',
    key: 'security_groups',
    // Neutron makes it with the project; nothing of ours uses it.
    counts: ({ name }) => name !== 'default',
  },
  {
    type: 'openstack_networking_port_v2',
    service: 'network',
    path: '/v2.0/ports',
    key: 'ports',
    // Ports of servers come and go with them; those of routers, DHCP and load balancers are the cloud's.
    counts: ({ device_owner: owner }) => owner === '',
  },
  { type: 'openstack_networking_floatingip_v2', service: 'network', path: '/v2.0/floatingips', key: 'floatingips' },
  {
    type: 'openstack_lb_loadbalancer_v2',
    service: 'balancer',
    path: '/v2.0/lbaas/loadbalancers',
    key: 'loadbalancers',
  },
  { type: 'openstack_lb_listener_v2', service: 'balancer', path: '/v2.0/lbaas/listeners', key: 'listeners' },
];

/** What stands in our projects, or in our security groups, and nobody declared. */
export async function unmanaged(cloud: OpenStackClient, states: ReadonlyMap<string, StackState>): Promise<Drift[]> {
  const all = [...states];
  const owners = new Map<string, string>();
  const ours = new Set<string>();
  for (const [stack, { resources }] of all)
    for (const { type, id } of resources.values()) {
      ours.add(id);
      if (type === 'openstack_identity_project_v3') owners.set(id, stack);
    }
  const groups = groupNames(all.map(([, state]) => state));
  const found: Drift[] = [];
  const add = (stack: string, id: string, what: Text): void => {
    found.push({ stack, kind: 'unmanaged', address: id, what, attributes: [], place: undefined });
  };
  for (const { type, service, path, key, counts } of KINDS)
    for (const thing of await cloud.list(service, path, key)) {
      const [id, stack] = [String(thing['id']), owners.get(String(thing['project_id']))];
      if (stack !== undefined && !ours.has(id) && counts?.(thing) !== false) add(stack, id, words(type, thing, groups));
    }
  for (const rule of await cloud.list('network', '/v2.0/security-group-rules', 'security_group_rules')) {
    const [id, group] = [String(rule['id']), String(rule['security_group_id'])];
    if (!groups.has(group) || ours.has(id)) continue;
    add(stackOf(all, group), id, words('openstack_networking_secgroup_rule_v2', rule, groups));
  }
  return found;
}

function words(type: string, thing: Thing, groups: ReadonlyMap<string, string>): Text {
  const address = thing['floating_ip_address'];
  const named = address === undefined ? thing : { ...thing, name: address };
  return thingWords(type, named, (id) => groups.get(id));
}

function stackOf(states: readonly (readonly [string, StackState])[], id: string): string {
  return states.find(([, { resources }]) => [...resources.values()].some((one) => one.id === id))?.[0] ?? '';
}
