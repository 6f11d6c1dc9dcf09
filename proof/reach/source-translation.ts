import type { DriverBehaviour } from '../facts/driver-behaviour';
import type { AddressLine } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import type { Router } from '../world/router';
import type { Beam, Beams } from './beam';
import type { Forwarding } from './forwarding';
import type { Step } from './step';
import type { Mapping } from './translation';

/** What a router makes of the sources of packets that leave by its gateway: floating IPs first, then SNAT. */
export class SourceTranslation {
  constructor(
    private readonly beams: Beams,
    private readonly line: AddressLine,
    private readonly driver: DriverBehaviour,
  ) {}

  /** What source packets from inside carry once they are outside of the router. */
  translate(router: Router, forwarding: Forwarding | undefined, mappings: readonly Mapping[], beam: Beam): Beam[] {
    const v4 = this.beams.from(beam, this.line.family(4));
    const v6 = this.beams.from(beam, this.line.family(6));
    const done: Beam[] = v6 ? [v6] : [];
    let rest = v4;
    for (const { floatingIp, inside, outside, forwarding: port } of mappings) {
      const own = rest && !port ? this.beams.from(rest, inside) : undefined;
      if (!own || !rest) continue;
      done.push(this.translated(own, outside, floatingIp));
      rest = this.beams.notFrom(rest, inside);
    }
    const gateway = router.gateway;
    const address =
      forwarding?.gatewaySide &&
      this.beams.algebra.lines.intersect(forwarding.gatewaySide.addresses, this.line.family(4));
    if (!rest || !gateway?.snat || !address || address === this.beams.algebra.lines.empty)
      return rest ? [...done, rest] : done;
    if (!this.driver.has('snat-for-connected-only')) return [...done, this.translated(rest, address, gateway)];
    const inside = this.beams.from(rest, forwarding.connectedSources);
    const kept = this.beams.notFrom(rest, forwarding.connectedSources);
    return [...done, ...(inside ? [this.translated(inside, address, gateway)] : []), ...(kept ? [kept] : [])];
  }

  private translated(beam: Beam, source: IntervalSet, at: Step['at']): Beam {
    const { line } = this;
    const step: Step = {
      at,
      what: 'source translated',
      get detail() {
        return line.text(source)[0] ?? '';
      },
    };
    return this.beams.stepping({ ...beam, source }, step);
  }
}
