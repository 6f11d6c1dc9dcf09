import type { AddressLine } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import type { PacketAlgebra } from '../packets/packet-algebra';
import { portServices } from '../packets/service-line';
import type { NetworkWorld } from '../world/network-world';
import type { FloatingIp, PortForwarding, Router } from '../world/router';
import { SetIndex } from './set-index';

/** One mapping of a public address to an address inside, on the router that does it. */
export interface Mapping {
  readonly floatingIp: FloatingIp;
  readonly outside: IntervalSet;
  readonly inside: IntervalSet;
  /** For a forwarded port: the service outside and inside. */
  readonly forwarding?: {
    readonly declared: PortForwarding;
    readonly outside: IntervalSet;
    readonly inside: IntervalSet;
  };
}

/** The mappings that each router does: those of its gateway's network whose inside address is on one of its networks. */
export function mappingsByRouter(
  world: NetworkWorld,
  line: AddressLine,
  algebra: PacketAlgebra,
): ReadonlyMap<string, readonly Mapping[]> {
  const ports = new Map(world.ports.map((port) => [port.id, port]));
  const balancers = new Map(
    world.loadBalancers.flatMap((lb) => [[lb.id, lb] as const, [lb.port ?? lb.id, lb] as const]),
  );
  const found = new Map<string, Mapping[]>();
  const add = (portId: string, floatingIp: FloatingIp, mapping: Mapping) => {
    const network = ports.get(portId)?.network ?? balancers.get(portId)?.network;
    const router = world.routers.find((one) => serves(one, floatingIp.network, network));
    if (router) found.set(router.id, [...(found.get(router.id) ?? []), mapping]);
  };
  for (const floatingIp of world.floatingIps) {
    const outside = line.set(floatingIp.address);
    if (!outside) continue;
    const fixed =
      floatingIp.fixedAddress ??
      firstV4(ports.get(floatingIp.port ?? '')?.addresses) ??
      balancers.get(floatingIp.port ?? '')?.address;
    const inside = fixed === undefined ? undefined : line.set(fixed);
    if (floatingIp.port !== undefined && inside) add(floatingIp.port, floatingIp, { floatingIp, outside, inside });
    for (const one of floatingIp.forwardings) {
      const target = line.set(one.address);
      if (target)
        add(one.port, floatingIp, { floatingIp, outside, inside: target, forwarding: forwarded(one, algebra) });
    }
  }
  return found;
}

/** Which addresses lead to an address inside; port forwardings do not count. */
export class LeadingAddresses {
  private readonly insides: SetIndex<Mapping>;
  private readonly known = new Map<IntervalSet, IntervalSet>();

  constructor(
    mappings: readonly Mapping[],
    private readonly algebra: PacketAlgebra,
  ) {
    const whole = mappings.filter((mapping) => !mapping.forwarding);
    this.insides = new SetIndex(whole, (mapping) => mapping.inside);
  }

  to(inside: IntervalSet): IntervalSet {
    const known = this.known.get(inside);
    if (known) return known;
    const mapped = this.insides.overlapping(inside).map((one) => one.outside);
    const made = this.algebra.lines.unionAll([inside, ...mapped]);
    this.known.set(inside, made);
    return made;
  }
}

function forwarded(one: PortForwarding, { lines }: PacketAlgebra): NonNullable<Mapping['forwarding']> {
  return {
    declared: one,
    outside: portServices(lines, one.protocol, one.externalPort, one.externalPort),
    inside: portServices(lines, one.protocol, one.internalPort, one.internalPort),
  };
}

function serves(router: Router, external: string, internal: string | undefined): boolean {
  return router.gateway?.network === external && router.interfaces.some((one) => one.network === internal);
}

function firstV4(addresses: readonly string[] | undefined): string | undefined {
  return addresses?.find((address) => !address.includes(':'));
}
