import { byKey } from '../stable-hash';
import type { NetworkDesign } from './network-design';
import type { EdgeRoute, RouterDesign } from './router-design';

/** The networks behind each router, by the address that it has on the edge. */
export function decideEdgeRoutes(
  routers: readonly RouterDesign[],
  networks: ReadonlyMap<string, NetworkDesign>,
): readonly EdgeRoute[] {
  return routers
    .flatMap(({ plane, gateway, interfaces }) =>
      interfaces.flatMap(({ network, subnet }) => {
        const behind = networks.get(network)?.subnets.find((one) => one.key === subnet);
        const hop = gateway.addresses.find((one) => one.address.includes(':') === (behind?.family === 6));
        return behind && hop ? [{ plane, destination: behind.cidr, nextHop: hop.address, network }] : [];
      }),
    )
    .sort((a, b) => byKey(`${a.plane} ${a.network} ${a.destination}`, `${b.plane} ${b.network} ${b.destination}`));
}
