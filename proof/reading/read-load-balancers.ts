import type { Listener, LoadBalancer, Member } from '../world/load-balancer';
import type { Subnet } from '../world/network';
import type { Unknown } from '../world/network-world';
import type { Port } from '../world/port';
import { Attributes } from './attributes';
import type { ResourceTable } from './resource-table';

const UDP_LIKE: Readonly<Record<string, number>> = { UDP: 17, SCTP: 132 };

export function readLoadBalancers(
  table: ResourceTable,
  subnets: readonly Subnet[],
  ports: readonly Port[],
  unknowns: Unknown[],
): LoadBalancer[] {
  const members = readMembers(table);
  const pools = table.ofType('openstack_lb_pool_v2').map((resource) => Attributes.of(resource, table));
  const policies = table.ofType('openstack_lb_l7policy_v2').map((resource) => Attributes.of(resource, table));
  const listeners = table.ofType('openstack_lb_listener_v2').map((resource) => Attributes.of(resource, table));
  return table.ofType('openstack_lb_loadbalancer_v2').flatMap((resource) => {
    const lb = Attributes.of(resource, table);
    const [portId, subnetId] = [lb.identity('vip_port_id'), lb.identity('vip_subnet_id')];
    const port = ports.find((one) => one.id === portId);
    const subnet = subnets.find((one) => one.id === subnetId);
    const network = port?.network ?? subnet?.network ?? lb.identity('vip_network_id');
    if (network === undefined) {
      unknowns.push(lb.unknown({ kind: 'anything' }, 'the load balancer joins none of the networks here'));
      return [];
    }
    const poolsOf = (listener: Attributes) => [
      ...pools.filter((pool) => pool.identity('listener_id') === listener.resource.id).map((pool) => pool.resource.id),
      ...(listener.identity('default_pool_id') ?? '').split('\n').filter(Boolean),
      ...policies
        .filter((policy) => policy.identity('listener_id') === listener.resource.id)
        .flatMap((policy) => policy.identity('redirect_pool_id') ?? []),
    ];
    const own = listeners
      .filter((listener) => listener.identity('loadbalancer_id') === resource.id)
      .map((listener) => readListener(listener, poolsOf(listener), members));
    const name = lb.text('name');
    const first = subnet ?? subnets.find((one) => one.network === network);
    const memberSubnets = own.flatMap((listener) => listener.members.flatMap((member) => member.subnet ?? []));
    return [
      {
        ...lb.declared,
        ...(name !== undefined && { name }),
        network,
        project: lb.project,
        address: lb.address('vip_address') ?? port?.addresses[0] ?? `@${resource.id}`,
        provider: lb.text('loadbalancer_provider') ?? 'unknown',
        listeners: own,
        ...(port && { port: port.id }),
        subnets: [...new Set([...(first ? [first.id] : []), ...memberSubnets])],
      } satisfies LoadBalancer,
    ];
  });
}

function readListener(
  listener: Attributes,
  pools: readonly string[],
  members: ReadonlyMap<string, Member[]>,
): Listener {
  return {
    ...listener.declared,
    protocol: UDP_LIKE[listener.text('protocol')?.toUpperCase() ?? ''] ?? 6,
    port: listener.number('protocol_port') ?? 0,
    allowedPrefixes: listener.texts('allowed_cidrs'),
    members: [...new Set(pools)].flatMap((pool) => members.get(pool) ?? []),
  };
}

/** Members by pool, whether declared one by one or as a list. */
function readMembers(table: ResourceTable): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  const add = (pool: string | undefined, member: Attributes) => {
    const [address, port, subnet] = [
      member.address('address'),
      member.number('protocol_port'),
      member.identity('subnet_id'),
    ];
    if (pool === undefined || address === undefined || port === undefined) return;
    const made = { ...member.declared, address, port, ...(subnet !== undefined && { subnet }) };
    found.set(pool, [...(found.get(pool) ?? []), made]);
  };
  for (const resource of table.ofType('openstack_lb_member_v2')) {
    const one = Attributes.of(resource, table);
    add(one.identity('pool_id'), one);
  }
  for (const resource of table.ofType('openstack_lb_members_v2')) {
    const one = Attributes.of(resource, table);
    for (const member of one.blocks('member')) add(one.identity('pool_id'), member);
  }
  return found;
}
