import type { Intent } from '../../model/intent';
import type { Reachability } from '../reach/reachability';
import type { Wires } from '../reach/wires';
import type { Network } from '../world/network';
import type { NetworkWorld } from '../world/network-world';

/** Which plane each wire belongs to: by its physical network, or by the blocks on it where apply chooses that. */
export class WirePlanes {
  private readonly planes = new Map<string, string>();

  constructor(
    private readonly world: NetworkWorld,
    wires: Wires,
    private readonly intent: Intent | undefined,
    /** Only asked where a physical network is not written. */
    private readonly reach: () => Reachability,
  ) {
    for (const network of world.networks) {
      const plane = this.planeOf(network);
      if (plane !== undefined) this.planes.set(wires.of(network.id), plane);
    }
  }

  /** Undefined where no plane of the intent uses that physical network or those blocks. */
  of(wire: string): string | undefined {
    return this.planes.get(wire);
  }

  private planeOf({ id, segments }: Network): string | undefined {
    const physical = new Set(segments.flatMap((segment) => segment.physicalNetwork ?? []));
    const byPhysnet = this.intent?.planes.find((plane) => physical.has(plane.physnet));
    if (byPhysnet || physical.size > 0) return byPhysnet?.key;
    const cidrs = this.world.subnets.filter((subnet) => subnet.network === id).map((subnet) => subnet.cidr);
    if (!this.intent || cidrs.length === 0) return undefined;
    const { line, algebra } = this.reach();
    const own = line.sets(cidrs);
    const holding = this.intent.planes.filter((plane) => algebra.lines.includes(line.sets(plane.blocks), own));
    return holding.length === 1 ? holding[0]?.key : undefined;
  }
}
