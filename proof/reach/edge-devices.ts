import type { Network, Route, Subnet } from '../world/network';
import type { NetworkWorld } from '../world/network-world';
import type { Router, RouterInterface } from '../world/router';

/** A world with the physical devices that it takes for granted. */
export interface EdgedWorld {
  readonly world: NetworkWorld;
  /** Networks with such a device, and external ones: strangers live beyond them. */
  readonly outer: readonly Network[];
}

/**
 * Adds, for each physical network, the device that owns the gateway addresses no Neutron router owns: a boundary
 * firewall, a PE, a core switch. What it forwards is not written anywhere, so it forwards everything it could: between
 * its own networks, to every router with a gateway on one of them, and to strangers. Devices of different physical
 * networks never meet. Both are named assumptions of every answer (`edge-device-forwards`, `physnets-are-apart`).
 */
export function withEdgeDevices(world: NetworkWorld): EdgedWorld {
  const networks = new Map(world.networks.map((network) => [network.id, network]));
  const owned = ownedAddresses(world);
  const gateways = new Map<string, Subnet[]>();
  for (const subnet of world.subnets) {
    const network = networks.get(subnet.network);
    const physical = network && physicalNetwork(network);
    if (!physical || !subnet.gateway || subnet.gateway.startsWith('@')) continue;
    if (owned.has(`${subnet.network} ${subnet.gateway}`)) continue;
    gateways.set(physical, [...(gateways.get(physical) ?? []), subnet]);
  }
  const devices = [...gateways].map(([physical, subnets]) => edgeDevice(physical, subnets, world));
  const edged = new Set([...gateways.values()].flat().map((subnet) => subnet.network));
  return {
    world: { ...world, routers: [...world.routers, ...devices] },
    outer: world.networks.filter((network) => network.external || edged.has(network.id)),
  };
}

/** The physical network that a provider network uses; an external network of unknown kind has one of its own. */
function physicalNetwork(network: Network): string | undefined {
  const named = network.segments.find((segment) => segment.physicalNetwork !== undefined)?.physicalNetwork;
  return named ?? (network.external ? `the physical network of ${network.id}` : undefined);
}

function ownedAddresses(world: NetworkWorld): ReadonlySet<string> {
  const owned = new Set<string>();
  for (const router of world.routers)
    for (const side of [...router.interfaces, ...(router.gateway ? [router.gateway] : [])])
      for (const { address } of side.addresses) owned.add(`${side.network} ${address}`);
  for (const port of world.ports) for (const address of port.addresses) owned.add(`${port.network} ${address}`);
  return owned;
}

function edgeDevice(physical: string, subnets: readonly Subnet[], world: NetworkWorld): Router {
  const id = `edge device of ${physical}`;
  const declared = { id, place: id };
  const byNetwork = new Map<string, Subnet[]>();
  for (const subnet of subnets) byNetwork.set(subnet.network, [...(byNetwork.get(subnet.network) ?? []), subnet]);
  const interfaces = [...byNetwork].map(
    ([network, own]): RouterInterface => ({
      ...declared,
      network,
      addresses: own.map((subnet) => ({ subnet: subnet.id, address: subnet.gateway as string })),
    }),
  );
  const cidrs = new Map(world.subnets.map((subnet) => [subnet.id, subnet.cidr]));
  const routes = world.routers.flatMap((router) =>
    router.gateway && byNetwork.has(router.gateway.network) ? routesToward(router, cidrs) : [],
  );
  return { ...declared, project: 'physical', interfaces, routes, forwardsAll: true };
}

/** One route for each subnet inside of a router, by the router's gateway address of the same family. */
function routesToward(router: Router, cidrs: ReadonlyMap<string, string>): Route[] {
  const gateway = router.gateway as NonNullable<Router['gateway']>;
  const inside = router.interfaces.flatMap((one) => one.addresses.flatMap(({ subnet }) => cidrs.get(subnet) ?? []));
  return [...new Set(inside)].flatMap((destination) => {
    const hop = gateway.addresses.find(({ subnet }) => isV6(cidrs.get(subnet) ?? '') === isV6(destination));
    return hop ? [{ destination, nextHop: hop.address, origin: gateway }] : [];
  });
}

function isV6(block: string): boolean {
  return block.includes(':');
}
