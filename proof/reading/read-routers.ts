import { readBlock } from '../packets/ip-block';
import { protocolNumber } from '../packets/service-line';
import type { Network, Subnet } from '../world/network';
import type { Unknown } from '../world/network-world';
import type { Port } from '../world/port';
import type { FloatingIp, PortForwarding, Router, RouterGateway, RouterInterface } from '../world/router';
import { Attributes } from './attributes';
import { readRoute } from './read-networks';
import type { ResourceTable } from './resource-table';

interface Around {
  readonly networks: readonly Network[];
  readonly subnets: readonly Subnet[];
  readonly ports: readonly Port[];
}

export function readRouters(table: ResourceTable, around: Around, unknowns: Unknown[]): Router[] {
  const interfaces = readInterfaces(table, around, unknowns);
  const routes = readRoutes(table, unknowns);
  return table.ofType('openstack_networking_router_v2').map((resource): Router => {
    const router = Attributes.of(resource, table);
    const [name, gateway] = [router.text('name'), readGateway(router, around)];
    if (router.isUnresolved('external_network_id'))
      unknowns.push(router.unknown({ kind: 'router', id: resource.id }, 'the router has no gateway'));
    if (resource.mode === 'data')
      unknowns.push(
        router.unknown({ kind: 'router', id: resource.id }, 'the router has no further interfaces or routes'),
      );
    return {
      ...router.declared,
      ...(name !== undefined && { name }),
      project: router.project,
      interfaces: interfaces.get(resource.id) ?? [],
      ...(gateway && { gateway }),
      routes: routes.get(resource.id) ?? [],
    };
  });
}

function readInterfaces(table: ResourceTable, around: Around, unknowns: Unknown[]): Map<string, RouterInterface[]> {
  const found = new Map<string, RouterInterface[]>();
  for (const resource of table.ofType('openstack_networking_router_interface_v2')) {
    const one = Attributes.of(resource, table);
    const router = one.identity('router_id');
    const made = interfaceOf(one, around);
    if (router === undefined || !made) {
      const touches =
        router === undefined ? ({ kind: 'anything' } as const) : ({ kind: 'router', id: router } as const);
      unknowns.push(one.unknown(touches, 'the interface joins no further network'));
    } else found.set(router, [...(found.get(router) ?? []), made]);
  }
  return found;
}

function interfaceOf(one: Attributes, around: Around): RouterInterface | undefined {
  const [portId, subnetId] = [one.identity('port_id'), one.identity('subnet_id')];
  const port = portId === undefined ? undefined : around.ports.find((candidate) => candidate.id === portId);
  if (port) {
    const addresses = port.addresses.flatMap((address) => {
      const subnet = subnetFor(around.subnets, port.network, address);
      return subnet ? [{ subnet: subnet.id, address }] : [];
    });
    return { ...one.declared, network: port.network, addresses, port: port.id };
  }
  const subnet = around.subnets.find((candidate) => candidate.id === subnetId);
  if (!subnet) return undefined;
  const address = subnet.gateway ?? `@${one.resource.id}`;
  return { ...one.declared, network: subnet.network, addresses: [{ subnet: subnet.id, address }] };
}

/** The subnet of a network that holds an address; a symbol lies in the first. */
export function subnetFor(subnets: readonly Subnet[], network: string, address: string): Subnet | undefined {
  const own = subnets.filter((subnet) => subnet.network === network);
  const at = readBlock(address);
  if (!at) return own[0];
  return own.find((subnet) => {
    const block = readBlock(subnet.cidr);
    return block && block.family === at.family && block.first <= at.first && at.last <= block.last;
  });
}

function readGateway(router: Attributes, around: Around): RouterGateway | undefined {
  const network = router.identity('external_network_id');
  if (network === undefined) return undefined;
  const own = around.subnets.filter((subnet) => subnet.network === network);
  const fixed = router.blocks('external_fixed_ip').flatMap((one) => {
    const address = one.address('ip_address');
    const subnet = one.identity('subnet_id') ?? (address && subnetFor(own, network, address)?.id) ?? own[0]?.id;
    return subnet ? [{ subnet, address: address ?? `@${router.resource.id}` }] : [];
  });
  const addresses =
    fixed.length > 0
      ? fixed
      : own.map((subnet, i) => ({
          subnet: subnet.id,
          address: i ? `@${router.resource.id}#${i}` : `@${router.resource.id}`,
        }));
  return { ...router.declared, network, addresses, snat: router.flag('enable_snat') ?? true };
}

function readRoutes(table: ResourceTable, unknowns: Unknown[]): Map<string, Router['routes'][number][]> {
  const found = new Map<string, Router['routes'][number][]>();
  const add = (router: string, route: Attributes) => {
    const read = readRoute(route);
    if (read.length === 0) unknowns.push(route.unknown({ kind: 'router', id: router }, 'the route leads nowhere else'));
    found.set(router, [...(found.get(router) ?? []), ...read]);
  };
  for (const type of ['openstack_networking_router_route_v2', 'openstack_networking_router_routes_v2'])
    for (const resource of table.ofType(type)) {
      const one = Attributes.of(resource, table);
      const router = one.identity('router_id');
      if (router === undefined) unknowns.push(one.unknown({ kind: 'anything' }, 'the route is on no router here'));
      else for (const route of type.endsWith('_routes_v2') ? one.blocks('routes') : [one]) add(router, route);
    }
  return found;
}

export function readFloatingIps(table: ResourceTable, around: Around, unknowns: Unknown[]): FloatingIp[] {
  const associations = table
    .ofType('openstack_networking_floatingip_associate_v2')
    .map((one) => Attributes.of(one, table));
  const forwardings = readForwardings(table);
  const own = table.ofType('openstack_networking_floatingip_v2').flatMap((resource) => {
    const fip = Attributes.of(resource, table);
    const pool = fip.identity('pool') ?? '';
    const network = around.networks.find((one) => one.id === pool || (one.name !== undefined && one.name === pool));
    const written = fip.address('address');
    const link = associations.find((one) => {
      const named = one.address('floating_ip');
      return named === `@${resource.id}` || (named !== undefined && named === written);
    });
    const port = link?.identity('port_id') ?? fip.identity('port_id');
    const fixedAddress = link?.text('fixed_ip') ?? fip.text('fixed_ip');
    if (!network)
      unknowns.push(
        fip.unknown({ kind: 'anything' }, `the pool “${pool}” of the floating IP leads to none of the networks here`),
      );
    if (fip.isUnresolved('port_id'))
      unknowns.push(fip.unknown({ kind: 'anything' }, 'the floating IP leads to none of the ports here'));
    if (!network) return [];
    return [
      {
        ...fip.declared,
        network: network.id,
        address: written ?? `@${resource.id}`,
        project: fip.project,
        ...(port !== undefined && { port }),
        ...(fixedAddress !== undefined && { fixedAddress }),
        forwardings: forwardings.get(resource.id) ?? [],
      } satisfies FloatingIp,
    ];
  });
  return own;
}

function readForwardings(table: ResourceTable): Map<string, PortForwarding[]> {
  const found = new Map<string, PortForwarding[]>();
  for (const resource of table.ofType('openstack_networking_portforwarding_v2')) {
    const one = Attributes.of(resource, table);
    const floatingIp = one.identity('floatingip_id') ?? '';
    const port = one.identity('internal_port_id') ?? '';
    const forwarding = {
      ...one.declared,
      protocol: protocolNumber(one.text('protocol') ?? 'tcp') ?? 6,
      externalPort: one.number('external_port') ?? 0,
      internalPort: one.number('internal_port') ?? 0,
      port,
      address: one.address('internal_ip_address') ?? `@${port}`,
    };
    found.set(floatingIp, [...(found.get(floatingIp) ?? []), forwarding]);
  }
  return found;
}
