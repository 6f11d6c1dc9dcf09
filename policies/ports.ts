import type { Case } from '../proof/judge/case';
import type { IntervalSet } from '../proof/packets/interval-set';
import { allServices, portServices, wholeProtocol } from '../proof/packets/service-line';

/** Destination ports of one protocol, first and last; without ports the whole protocol. */
export interface Ports {
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  readonly from?: number;
  readonly to?: number;
}

const NUMBERS = { tcp: 6, udp: 17, icmp: 1 } as const;

/** Services as a set of the case's line; all of them where no ports are named. */
export function servicesOf({ readings: { algebra } }: Case, ports: readonly Ports[] | undefined): IntervalSet {
  const { lines } = algebra;
  if (ports === undefined) return allServices(lines);
  return lines.unionAll(
    ports.map(({ protocol, from, to }) =>
      from === undefined
        ? wholeProtocol(lines, NUMBERS[protocol])
        : portServices(lines, NUMBERS[protocol], from, to ?? from),
    ),
  );
}

/** `tcp` ports, one each. */
export function tcp(...ports: readonly number[]): Ports[] {
  return ports.map((port) => ({ protocol: 'tcp', from: port, to: port }));
}
