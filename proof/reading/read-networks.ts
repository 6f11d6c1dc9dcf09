import { readBlock } from '../packets/ip-block';
import type { Network, NetworkShare, Segment, Subnet } from '../world/network';
import type { Unknown } from '../world/network-world';
import { Attributes } from './attributes';
import type { ResourceTable } from './resource-table';

export function readNetworks(table: ResourceTable): Network[] {
  const extra = new Map<string, Segment[]>();
  for (const resource of table.ofType('openstack_networking_segment_v2')) {
    const segment = Attributes.of(resource, table);
    const network = segment.identity('network_id') ?? '';
    extra.set(network, [...(extra.get(network) ?? []), readSegment(segment)]);
  }
  return table.ofType('openstack_networking_network_v2').map((resource): Network => {
    const network = Attributes.of(resource, table);
    const name = network.text('name');
    return {
      ...network.declared,
      ...(name !== undefined && { name }),
      project: network.project,
      external: network.flag('external') ?? false,
      shared: network.flag('shared') ?? false,
      portSecurity: network.flag('port_security_enabled') ?? true,
      segments: [...network.blocks('segments').map(readSegment), ...(extra.get(resource.id) ?? [])],
      tags: network.texts('tags'),
    };
  });
}

function readSegment(segment: Attributes): Segment {
  const physicalNetwork = segment.text('physical_network');
  const id = segment.number('segmentation_id');
  return {
    type: segment.text('network_type') ?? 'unknown',
    ...(physicalNetwork !== undefined && { physicalNetwork }),
    // The provider takes 0 for "not given".
    ...(id !== undefined && id !== 0 && { id }),
  };
}

export function readSubnets(table: ResourceTable, unknowns: Unknown[]): Subnet[] {
  const scopes = new Map(
    table
      .ofType('openstack_networking_subnetpool_v2')
      .map((resource) => [resource.id, Attributes.of(resource, table).identity('address_scope_id')]),
  );
  const routes = table.ofType('openstack_networking_subnet_route_v2').map((resource) => Attributes.of(resource, table));
  return table.ofType('openstack_networking_subnet_v2').flatMap((resource) => {
    const subnet = Attributes.of(resource, table);
    const [network, cidr] = [subnet.identity('network_id'), subnet.text('cidr')];
    if (network === undefined || cidr === undefined || !readBlock(cidr)) {
      const assumption = 'its block is known; it is cut from a pool, or not written out';
      unknowns.push(
        subnet.unknown(network === undefined ? { kind: 'anything' } : { kind: 'network', id: network }, assumption),
      );
      return [];
    }
    const scope = scopes.get(subnet.identity('subnetpool_id') ?? '');
    const hostRoutes = routes.filter((route) => route.identity('subnet_id') === resource.id).flatMap(readRoute);
    const gateway = subnet.flag('no_gateway') ? null : (subnet.address('gateway_ip') ?? firstAddress(cidr));
    return [
      {
        ...subnet.declared,
        network,
        project: subnet.project,
        cidr,
        gateway,
        hostRoutes,
        ...(scope !== undefined && { addressScope: scope }),
      },
    ];
  });
}

/** Neutron's own choice where a subnet names no gateway. */
function firstAddress(cidr: string): string {
  const [base = ''] = cidr.split('/');
  if (base.includes(':')) return base.endsWith('::') ? `${base}1` : base;
  const octets = base.split('.');
  return [...octets.slice(0, 3), Number(octets[3]) + 1].join('.');
}

export function readRoute(route: Attributes) {
  const [destination, nextHop] = [route.text('destination_cidr'), route.address('next_hop')];
  return destination !== undefined && nextHop !== undefined ? [{ destination, nextHop, origin: route.declared }] : [];
}

/** What projects may use that is not theirs. */
interface Shares {
  readonly networks: readonly NetworkShare[];
  /** Networks that others use for gateways and floating IPs: strangers live beyond them. */
  readonly external: ReadonlySet<string>;
  /** Groups that ports of others may have. */
  readonly groups: ReadonlySet<string>;
}

export function readShares(table: ResourceTable): Shares {
  const policies = table.ofType('openstack_networking_rbac_policy_v2').flatMap((resource) => {
    const policy = Attributes.of(resource, table);
    const [object, kind, action] = [policy.identity('object_id'), policy.text('object_type'), policy.text('action')];
    const target = policy.identity('target_tenant') ?? '*';
    return object === undefined ? [] : [{ ...policy.declared, object, kind, action, target }];
  });
  const ofNetworks = policies.filter((one) => one.kind === 'network');
  return {
    networks: ofNetworks
      .filter((one) => one.action !== 'access_as_external')
      .map(({ id, place, object, target }) => ({ id, place, network: object, target })),
    external: new Set(ofNetworks.filter((one) => one.action === 'access_as_external').map((one) => one.object)),
    groups: new Set(policies.filter((one) => one.kind === 'security_group').map((one) => one.object)),
  };
}
