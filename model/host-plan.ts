import { allocate, type UnitRange } from './allocation';
import type { Cidr } from './cidr';

/**
 * How the addresses of a network are divided. Offset 0 is the network itself and 1 the gateway. The lower half from
 * offset 2 holds what we decide, the upper half but for the last address is Neutron's: its DHCP and metadata ports
 * and the load balancers' own take the first free addresses there. A /64 is divided the same way at 2^63, and hosts
 * have the same offset in both families.
 */
export class HostPlan {
  constructor(
    readonly v4: Cidr,
    readonly v6?: Cidr,
  ) {}

  /** Number of addresses that we may decide: 6 of a /28. */
  get room(): number {
    return HostPlan.roomOf(this.v4.prefix);
  }

  /** Address `index` from 0 of the ones that we decide; one for each family. */
  host(index: number): { readonly v4: string; readonly v6?: string } {
    const v6 = this.v6 && { v6: `${this.v6.address(index + 2)}` };
    return { v4: `${this.v4.address(index + 2)}`, ...v6 };
  }

  static gateway(block: Cidr): string {
    return `${block.address(1)}`;
  }

  static dynamic(block: Cidr): { readonly start: string; readonly end: string } {
    const start = block.size / 2n;
    const end = block.family === 4 ? block.size - 2n : start + 0xffffn;
    return { start: `${block.address(start)}`, end: `${block.address(end)}` };
  }

  /** The room of an IPv4 network of this prefix length. */
  static roomOf(prefix: number): number {
    return 2 ** (31 - prefix) - 2;
  }

  /** Prefix length of the smallest network whose room holds twice as many servers, at least /28. */
  static prefixFor(servers: number): number {
    let prefix = 28;
    while (HostPlan.roomOf(prefix) < 2 * servers) prefix--;
    return prefix;
  }

  /** An index for each key, by the laws of `allocate`. */
  indices(
    keys: readonly string[],
    recorded: ReadonlyMap<string, Cidr>,
  ): { readonly granted: ReadonlyMap<string, number>; readonly refused: readonly string[] } {
    const taken = new Map<string, UnitRange>();
    for (const [key, block] of recorded) {
      const start = block.indexIn(this.v4) - 2n;
      if (start >= 0n && start < BigInt(this.room)) taken.set(key, { start, size: 1n });
    }
    const requests = keys.map((key) => ({ key, size: 1n }));
    const { granted, refused } = allocate(BigInt(this.room), requests, taken);
    return {
      granted: new Map(Array.from(granted, ([key, range]) => [key, Number(range.start)])),
      refused: refused.map((one) => one.key),
    };
  }
}
