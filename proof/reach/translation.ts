import type { AddressLine, Reading } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import type { PacketAlgebra } from '../packets/packet-algebra';
import { portServices } from '../packets/service-line';
import type { NetworkWorld } from '../world/network-world';
import type { FloatingIp, PortForwarding } from '../world/router';
import type { Beam, Beams } from './beam';
import { type InsideAddress, ServingRouters } from './serving-routers';
import { SetIndex } from './set-index';
import type { Step } from './step';

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

/** A public address, or a port of one, and the address to which it leads. */
interface Publication {
  readonly floatingIp: FloatingIp;
  readonly forwarding?: PortForwarding;
  readonly inside: InsideAddress;
}

/**
 * The mappings that each router does. Where Neutron may choose among several, `may` has the mapping on each of them and
 * `must` on none.
 */
export function mappingsByRouter(
  world: NetworkWorld,
  line: AddressLine,
  algebra: PacketAlgebra,
  reading: Reading,
): ReadonlyMap<string, readonly Mapping[]> {
  const serving = new ServingRouters(world);
  const found = new Map<string, Mapping[]>();
  for (const { floatingIp, forwarding, inside } of publications(world)) {
    const [outside, target] = [line.set(floatingIp.address), line.set(inside.address)];
    if (!outside || !target) continue;
    const mapping = {
      floatingIp,
      outside,
      inside: target,
      ...(forwarding && { forwarding: forwarded(forwarding, algebra) }),
    };
    const routers = serving.of(floatingIp, inside);
    if (routers.length === 1 || reading === 'may')
      for (const { id } of routers) found.set(id, [...(found.get(id) ?? []), mapping]);
  }
  return found;
}

/** Whether Neutron has no choice which router maps a public address. */
export function areMappedByOne(world: NetworkWorld): boolean {
  const serving = new ServingRouters(world);
  return publications(world).every(({ floatingIp, inside }) => serving.of(floatingIp, inside).length < 2);
}

function publications(world: NetworkWorld): Publication[] {
  if (world.floatingIps.length === 0) return [];
  const ports = new Map(world.ports.map((port) => [port.id, port]));
  const balancers = new Map(
    world.loadBalancers.flatMap((lb) => [[lb.id, lb] as const, [lb.port ?? lb.id, lb] as const]),
  );
  const networkOf = (port: string) => ports.get(port)?.network ?? balancers.get(port)?.network;
  return world.floatingIps.flatMap((floatingIp): Publication[] => {
    const { port = '', fixedAddress } = floatingIp;
    const address = fixedAddress ?? firstV4(ports.get(port)?.addresses) ?? balancers.get(port)?.address;
    return [
      ...(address === undefined ? [] : [{ floatingIp, inside: { network: networkOf(port), address } }]),
      ...floatingIp.forwardings.map((forwarding) => ({
        floatingIp,
        forwarding,
        inside: { network: networkOf(forwarding.port), address: forwarding.address },
      })),
    ];
  });
}

/** Packets for a public address, now on their way to the address inside. */
export function inward(beams: Beams, line: AddressLine, beam: Beam, mapping: Mapping): Beam | undefined {
  const { outside, inside, forwarding, floatingIp } = mapping;
  const toward = beams.toward(beam, outside);
  const fitting = toward && forwarding ? beams.carrying(toward, forwarding.outside) : toward;
  if (!fitting) return undefined;
  const step: Step = {
    at: forwarding?.declared ?? floatingIp,
    what: 'destination translated',
    get detail() {
      return line.text(inside)[0] ?? '';
    },
  };
  return beams.stepping({ ...fitting, destination: inside, ...(forwarding && { service: forwarding.inside }) }, step);
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

function firstV4(addresses: readonly string[] | undefined): string | undefined {
  return addresses?.find((address) => !address.includes(':'));
}
