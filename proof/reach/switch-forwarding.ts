import type { DriverBehaviour } from '../facts/driver-behaviour';
import type { AddressLine } from '../packets/address-line';
import type { Router } from '../world/router';
import type { Beam, Beams } from './beam';
import { inward, type Mapping } from './translation';
import type { Wires } from './wires';

/**
 * Forwarded ports as ML2/OVN translates them: on the networks inside of the router already, before a sender there hands
 * the packet to any router. A wire of several networks counts as one.
 */
export class SwitchForwarding {
  private readonly onWire = new Map<string, Mapping[]>();

  constructor(
    routers: readonly Router[],
    mappings: ReadonlyMap<string, readonly Mapping[]>,
    private readonly beams: Beams,
    private readonly line: AddressLine,
    wires: Wires,
    private readonly driver: DriverBehaviour,
  ) {
    for (const { id, interfaces } of routers) {
      const forwarded = (mappings.get(id) ?? []).filter((mapping) => mapping.forwarding);
      for (const wire of new Set(interfaces.map((one) => wires.of(one.network))))
        if (forwarded.length > 0) this.onWire.set(wire, [...(this.onWire.get(wire) ?? []), ...forwarded]);
    }
  }

  /** What becomes of packets that a sender puts on a wire. Where the driver is not known, `must` has none of them. */
  translate(wire: string, sent: Beam): readonly Beam[] {
    const mappings = this.onWire.get(wire);
    const translates = mappings !== undefined && this.driver.has('forwards-on-the-switch');
    const isUndecided = mappings !== undefined && this.driver.undecided.has('forwards-on-the-switch');
    if (!mappings || !(translates || isUndecided)) return [sent];
    const translated = mappings.flatMap((mapping) => inward(this.beams, this.line, sent, mapping) ?? []);
    if (isUndecided && translates) return [sent, ...translated];
    return [...(translates ? translated : []), ...this.others(sent, mappings)];
  }

  /** Packets for none of the services forwarded. */
  private others(sent: Beam, mappings: readonly Mapping[]): readonly Beam[] {
    let rest: readonly Beam[] = [sent];
    for (const { outside, forwarding } of mappings)
      if (forwarding)
        rest = rest.flatMap((beam) => {
          const elsewhere = this.beams.awayFrom(beam, outside);
          const here = this.beams.toward(beam, outside);
          const other = here && this.beams.notCarrying(here, forwarding.outside);
          return [...(elsewhere ? [elsewhere] : []), ...(other ? [other] : [])];
        });
    return rest;
  }
}
