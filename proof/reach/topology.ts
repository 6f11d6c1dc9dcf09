import type { Network } from '../world/network';
import type { NetworkWorld } from '../world/network-world';
import { withEdgeDevices } from './edge-devices';
import { joined } from './joined';
import { outsidersOf } from './outsiders';
import { Wires } from './wires';

/**
 * What joins what, before anybody asks for packets: wires, the devices at their edges, and the parts that routers make
 * of them.
 *
 * Law, held by test/property/proof/topology.test.ts: no packet leaves the part in which it was sent, whatever rules,
 * routes and translations say. Where two ends lie in different parts, no set of packets need be made.
 */
export class Topology {
  /** With the physical devices that are taken for granted. */
  readonly world: NetworkWorld;
  /** Strangers live beyond these. */
  readonly outer: readonly Network[];
  readonly wires: Wires;
  private parts: ReadonlyMap<string, string> | undefined;

  constructor(world: NetworkWorld) {
    const edged = withEdgeDevices(world);
    this.world = edged.world;
    this.outer = edged.outer;
    this.wires = new Wires(world.networks);
  }

  /** The wires that routers join with a wire, by any chain: the name of one of them, the same for all. */
  part(wire: string): string {
    this.parts ??= joined(
      this.world.routers.map(({ interfaces, gateway }) =>
        [...interfaces, ...(gateway ? [gateway] : [])].map((side) => this.wires.of(side.network)),
      ),
    );
    return this.parts.get(wire) ?? wire;
  }

  /** Wires on which anybody sends or receives. */
  inhabited(): ReadonlySet<string> {
    const { ports, loadBalancers, subnets } = this.world;
    const byId = new Map(subnets.map((subnet) => [subnet.id, subnet.network]));
    const balanced = loadBalancers.flatMap((lb) => [lb.network, ...lb.subnets.map((id) => byId.get(id) ?? lb.network)]);
    const networks = new Set([
      ...ports.map((port) => port.network),
      ...balanced,
      ...this.outer.map(({ id }) => id),
      ...outsidersOf(this.world).map((one) => one.network),
    ]);
    return new Set([...networks].map((network) => this.wires.of(network)));
  }
}
