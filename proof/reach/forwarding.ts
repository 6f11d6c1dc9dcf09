import type { AddressLine } from '../packets/address-line';
import type { IntervalAlgebra, IntervalSet } from '../packets/interval-set';
import type { Declared } from '../world/declared';
import type { Subnet } from '../world/network';
import type { Router } from '../world/router';
import { SetIndex } from './set-index';
import type { Step } from './step';

/** One side of a router. */
export interface Side {
  readonly router: Router;
  readonly kind: 'interface' | 'gateway';
  readonly network: string;
  readonly declared: Declared;
  readonly subnets: readonly string[];
  /** What is on its link: the blocks of its subnets. */
  readonly link: IntervalSet;
  readonly addresses: IntervalSet;
  readonly scope?: string;
  /** The port that a firewall group would be bound to. */
  readonly port?: string;
}

/** One line of a forwarding table; the destinations of all lines are disjoint but for routes of equal rank. */
export interface ForwardingEntry {
  readonly destinations: IntervalSet;
  readonly side: Side;
  /** Absent where the destination is on the link. */
  readonly nextHop?: IntervalSet;
  /** What happens to a packet that takes it. */
  readonly step: Step;
}

interface Candidate extends Omit<ForwardingEntry, 'step'> {
  readonly origin: Declared;
  readonly text: string;
  readonly rank: number;
  /** The block; absent for everything. */
  readonly block?: string;
}

/** The sides of a router, and where it sends what: the longest prefix wins, a connected subnet before a route. */
export class Forwarding {
  readonly sides: readonly Side[];
  private readonly entries: SetIndex<ForwardingEntry>;

  constructor(
    readonly router: Router,
    private readonly subnets: ReadonlyMap<string, Subnet>,
    private readonly line: AddressLine,
    private readonly lines: IntervalAlgebra,
  ) {
    const { interfaces, gateway } = router;
    this.sides = [
      ...interfaces.map((one) => this.side('interface', one.network, one, one.addresses, one.port)),
      ...(gateway ? [this.side('gateway', gateway.network, gateway, gateway.addresses)] : []),
    ];
    const entries = this.table([...this.connected(), ...this.routes(), ...this.defaults()]);
    this.entries = new SetIndex(entries, (entry) => entry.destinations);
  }

  /** The lines that some of these destinations match. */
  entriesFor(destinations: IntervalSet): readonly ForwardingEntry[] {
    return this.entries.overlapping(destinations);
  }

  /** IPv4 sources on subnets of the router's own interfaces. */
  get connectedSources(): IntervalSet {
    const inside = this.sides.filter((side) => side.kind === 'interface').flatMap((side) => side.subnets);
    return this.line.sets(inside.flatMap((id) => this.subnet(id)?.cidr ?? []));
  }

  get gatewaySide(): Side | undefined {
    return this.sides.find((side) => side.kind === 'gateway');
  }

  private side(
    kind: Side['kind'],
    network: string,
    declared: Declared,
    addresses: readonly { readonly subnet: string; readonly address: string }[],
    port?: string,
  ): Side {
    const scope = addresses.map((one) => this.subnet(one.subnet)?.addressScope).find(Boolean);
    return {
      router: this.router,
      kind,
      network,
      declared,
      subnets: addresses.map((one) => one.subnet),
      link: this.line.sets(addresses.flatMap((one) => this.subnet(one.subnet)?.cidr ?? [])),
      addresses: this.line.sets(addresses.map((one) => one.address)),
      ...(scope !== undefined && { scope }),
      ...(port !== undefined && { port }),
    };
  }

  private connected(): Candidate[] {
    return this.sides.flatMap((side) =>
      side.subnets.flatMap((id) => {
        const cidr = this.subnet(id)?.cidr;
        const destinations = cidr === undefined ? undefined : this.line.set(cidr);
        if (cidr === undefined || !destinations) return [];
        return [
          {
            destinations,
            side,
            origin: side.declared,
            text: `${cidr} is connected`,
            block: cidr,
            rank: 2 * prefixLength(cidr) + 1,
          },
        ];
      }),
    );
  }

  private routes(): Candidate[] {
    const links = new SetIndex(this.sides, (side) => side.link);
    return this.router.routes.flatMap(({ destination, nextHop, origin }) => {
      const [destinations, hop] = [this.line.set(destination), this.line.set(nextHop)];
      const side = hop && links.overlapping(hop)[0];
      if (!destinations || !side) return [];
      const text = `${destination} via ${nextHop}`;
      return [
        { destinations, side, nextHop: hop, origin, text, block: destination, rank: 2 * prefixLength(destination) },
      ];
    });
  }

  private defaults(): Candidate[] {
    if (this.router.forwardsAll)
      return this.sides.map((side) => ({
        destinations: this.line.everything,
        side,
        origin: side.declared,
        text: 'everything else',
        rank: 0,
      }));
    const side = this.gatewaySide;
    return (side?.subnets ?? []).flatMap((id) => {
      const subnet = this.subnet(id);
      const hop = subnet?.gateway ? this.line.set(subnet.gateway) : undefined;
      if (!side || !subnet || !hop) return [];
      const everywhere = subnet.cidr.includes(':') ? '::/0' : '0.0.0.0/0';
      const destinations = this.line.set(everywhere) as IntervalSet;
      return [
        { destinations, side, nextHop: hop, origin: side.declared, text: `default via ${subnet.gateway}`, rank: 0 },
      ];
    });
  }

  private table(candidates: readonly Candidate[]): ForwardingEntry[] {
    const entries: ForwardingEntry[] = [];
    let rest = this.line.everything;
    for (const rank of [...new Set(candidates.map((one) => one.rank))].sort((a, b) => b - a)) {
      const same = candidates.filter((one) => one.rank === rank);
      for (const one of same) {
        const destinations = this.lines.intersect(one.destinations, rest);
        if (destinations === this.lines.empty) continue;
        const { side, nextHop, origin, text } = one;
        const step: Step = { at: origin, what: 'routed', detail: `by ${this.router.id}: ${text}` };
        entries.push({ destinations, side, ...(nextHop && { nextHop }), step });
      }
      const decided = same.flatMap((one) => (one.block ? (this.line.surely(one.block) ?? []) : []));
      rest = this.lines.subtract(rest, this.lines.unionAll(decided));
    }
    return entries;
  }

  private subnet(id: string): Subnet | undefined {
    return this.subnets.get(id);
  }
}

function prefixLength(block: string): number {
  return Number(block.split('/')[1] ?? (block.includes(':') ? 128 : 32));
}
