import type { AddressLine, Reading } from '../packets/address-line';
import type { PacketSet } from '../packets/packet-algebra';
import type { Declared } from '../world/declared';
import type { FirewallGroup, FirewallRule } from '../world/firewall';
import type { Beam, Beams } from './beam';
import { firewallFilter } from './firewall-filter';
import type { Side } from './forwarding';
import type { Step } from './step';

interface Wall extends Declared {
  readonly into?: PacketSet;
  readonly out?: PacketSet;
}

/** Firewall groups on the ports of routers; a policy that a group does not have lets nothing through. */
export class Walls {
  private readonly bound = new Map<string, Wall[]>();

  constructor(
    groups: readonly FirewallGroup[],
    private readonly beams: Beams,
    line: AddressLine,
    reading: Reading,
  ) {
    const filter = (rules: readonly FirewallRule[] | undefined) =>
      rules ? firewallFilter(rules, beams.algebra, line, reading) : undefined;
    for (const group of groups.filter((one) => one.enabled)) {
      const [into, out] = [filter(group.egress), filter(group.ingress)];
      const wall = { id: group.id, place: group.place, ...(into && { into }), ...(out && { out }) };
      for (const port of group.ports) this.bound.set(port, [...(this.bound.get(port) ?? []), wall]);
    }
  }

  isWalled(side: Side): boolean {
    return this.bound.has(boundPort(side));
  }

  pass(side: Side, way: 'into' | 'out', beam: Beam): Beam | undefined {
    let passing: Beam | undefined = beam;
    for (const group of this.bound.get(boundPort(side)) ?? []) {
      const filter = group[way] ?? this.beams.algebra.none;
      const step: Step = {
        at: group,
        what: 'let through the firewall',
        detail: way === 'into' ? 'egress policy' : 'ingress policy',
      };
      passing = passing && this.beams.through(passing, filter);
      passing = passing && this.beams.stepping(passing, step);
    }
    return passing;
  }
}

function boundPort(side: Side): string {
  return side.port ?? side.declared.id;
}
