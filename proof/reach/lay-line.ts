import { AddressLine, type Reading } from '../packets/address-line';
import { AddressPlaces, type SymbolicAddress } from '../packets/address-places';
import { readBlock } from '../packets/ip-block';
import type { PacketAlgebra } from '../packets/packet-algebra';
import type { NetworkWorld } from '../world/network-world';
import { stationSymbol } from './endpoint-classes';

/** Places for everything that several worlds, and what they are compared with, mention. */
export function layPlaces(worlds: readonly NetworkWorld[], blocks: readonly string[]): AddressPlaces {
  const texts = new Set(blocks);
  for (const world of worlds) for (const text of worldTexts(world)) texts.add(text);
  return new AddressPlaces(texts, symbolsOf(worlds));
}

/** One line for several worlds, on places that hold whatever they mention. */
export function layLine(
  algebra: PacketAlgebra,
  worlds: readonly NetworkWorld[],
  places: AddressPlaces,
  reading: Reading,
): AddressLine {
  const symbols = symbolsOf(worlds);
  // Only a symbol could become an address that somebody has already.
  const taken = symbols.length > 0 ? takenAddresses(worlds) : undefined;
  return new AddressLine(algebra.lines, places, symbols, reading, taken);
}

/** Addresses that apply will choose in any of the worlds. */
export function symbolsOf(worlds: readonly NetworkWorld[]): SymbolicAddress[] {
  const symbols = new Map<string, SymbolicAddress>();
  for (const world of worlds) for (const symbol of worldSymbols(world)) symbols.set(symbol.key, symbol);
  return [...symbols.values()];
}

function takenAddresses(worlds: readonly NetworkWorld[]): ReadonlySet<number | bigint> {
  const taken = new Set<number | bigint>();
  for (const world of worlds)
    for (const address of worldAddresses(world)) {
      const block = address.startsWith('@') ? undefined : readBlock(address);
      if (block) taken.add(block.first);
    }
  return taken;
}

/** Addresses that are given away already. */
function* worldAddresses(world: NetworkWorld): Generator<string> {
  for (const port of world.ports) yield* port.addresses;
  for (const { gateway } of world.subnets) if (gateway) yield gateway;
  for (const router of world.routers)
    for (const side of [...router.interfaces, ...(router.gateway ? [router.gateway] : [])])
      for (const { address } of side.addresses) yield address;
  for (const fip of world.floatingIps) yield fip.address;
  for (const lb of world.loadBalancers) yield lb.address;
}

/** Every block and address that a reachability of the world will ask the line for, but for symbols. */
export function* worldTexts(world: NetworkWorld): Generator<string> {
  for (const { cidr, gateway, hostRoutes } of world.subnets) {
    yield cidr;
    if (gateway) yield gateway;
    for (const route of hostRoutes) yield* [route.destination, route.nextHop];
  }
  for (const port of world.ports) yield* [...port.addresses, ...port.pairs];
  for (const rule of world.rules) if (rule.remote.kind === 'prefix') yield rule.remote.prefix;
  for (const group of world.addressGroups) yield* group.prefixes;
  for (const router of world.routers) {
    for (const route of router.routes) yield* [route.destination, route.nextHop];
    for (const side of [...router.interfaces, ...(router.gateway ? [router.gateway] : [])])
      for (const { address } of side.addresses) yield address;
  }
  for (const { address, fixedAddress, forwardings } of world.floatingIps) {
    yield* [address, ...forwardings.map((one) => one.address)];
    if (fixedAddress !== undefined) yield fixedAddress;
  }
  for (const lb of world.loadBalancers) {
    yield lb.address;
    for (const listener of lb.listeners)
      yield* [...listener.allowedPrefixes, ...listener.members.map((one) => one.address)];
  }
  for (const group of world.firewalls)
    for (const rule of [...(group.ingress ?? []), ...(group.egress ?? [])])
      yield* [rule.source, rule.destination].filter((text) => text !== undefined);
}

/** Addresses that apply will choose, each with the subnet it will lie in. */
function* worldSymbols(world: NetworkWorld): Generator<SymbolicAddress> {
  const first = new Map<string, string>();
  for (const subnet of world.subnets) if (!first.has(subnet.network)) first.set(subnet.network, subnet.cidr);
  const cidrs = new Map(world.subnets.map((subnet) => [subnet.id, subnet.cidr]));
  const on = function* (network: string, addresses: readonly string[]): Generator<SymbolicAddress> {
    const cidr = first.get(network);
    if (cidr) for (const key of addresses) if (key.startsWith('@')) yield { key, cidr };
  };
  for (const port of world.ports) yield* on(port.network, port.addresses);
  for (const fip of world.floatingIps) yield* on(fip.network, [fip.address]);
  for (const router of world.routers)
    for (const side of [...router.interfaces, ...(router.gateway ? [router.gateway] : [])])
      for (const { subnet, address } of side.addresses)
        if (address.startsWith('@')) yield { key: address, cidr: cidrs.get(subnet) ?? '0.0.0.0/0' };
  for (const lb of world.loadBalancers) {
    yield* on(lb.network, [lb.address]);
    for (const subnet of lb.subnets) yield { key: stationSymbol(lb, subnet), cidr: cidrs.get(subnet) ?? '0.0.0.0/0' };
  }
}
