import type { Design } from '../../../model/design/design';
import type { NetworkDesign } from '../../../model/design/network-design';
import type { PortDesign } from '../../../model/design/port-design';
import type { SecurityGroupDesign } from '../../../model/design/security-group-design';

/** First and last address of a block, computed without the model. */
export interface Interval {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

export function addressValue(text: string): bigint {
  if (!text.includes(':')) return text.split('.').reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
  const [left = '', right] = text.split('::');
  const groups = (half: string | undefined) => (half ? half.split(':') : []);
  const missing = right === undefined ? 0 : 8 - groups(left).length - groups(right).length;
  const all = [...groups(left), ...Array<string>(missing).fill('0'), ...groups(right)];
  return all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

export function interval(block: string): Interval {
  const [address = '', prefix] = block.split('/');
  const family = address.includes(':') ? 6 : 4;
  const free = BigInt((family === 4 ? 32 : 128) - Number(prefix));
  const first = addressValue(address);
  return { family, first, last: first + 2n ** free - 1n };
}

export function inside(inner: Interval, outer: Interval): boolean {
  return inner.family === outer.family && outer.first <= inner.first && inner.last <= outer.last;
}

export function meet(a: Interval, b: Interval): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** Neighbours in order of address that meet, as `a meets b`. */
export function overlapping(blocks: readonly { readonly name: string; readonly block: string }[]): readonly string[] {
  const sorted = blocks
    .map(({ name, block }) => ({ name: `${name} ${block}`, at: interval(block) }))
    .sort((a, b) => a.at.family - b.at.family || (a.at.first < b.at.first ? -1 : a.at.first > b.at.first ? 1 : 0));
  return sorted.flatMap((one, index) => {
    const next = sorted[index + 1];
    return next && meet(one.at, next.at) ? [`${one.name} meets ${next.name}`] : [];
  });
}

export function networksOf(design: Design): readonly NetworkDesign[] {
  return [
    ...design.planes.flatMap((plane) => plane.zones.flatMap((zone) => zone.network ?? [])),
    ...design.tenants.flatMap((tenant) => tenant.vpcs.flatMap((vpc) => vpc.networks)),
  ];
}

export function portsOf(design: Design): readonly PortDesign[] {
  return [
    ...design.planes.flatMap((plane) => plane.relays.flatMap((relay) => relay.legs.map((leg) => leg.port))),
    ...design.gaps.flatMap((gap) => gap.sides.flatMap((side) => side.ports)),
    ...design.tenants.flatMap(({ vpcs }) => vpcs.flatMap((vpc) => vpc.tiers.flatMap((tier) => tier.ports))),
  ];
}

export function groupsOf(design: Design): readonly SecurityGroupDesign[] {
  return [
    ...design.planes.flatMap((plane) => plane.zones.flatMap((zone) => zone.groups)),
    ...design.planes.flatMap((plane) => plane.relays.flatMap((relay) => relay.legs.flatMap((leg) => leg.groups))),
    ...design.gaps.flatMap((gap) => gap.sides.flatMap((side) => side.groups)),
    ...design.tenants.flatMap((tenant) => tenant.vpcs.flatMap((vpc) => vpc.groups)),
  ];
}

/** What is wrong with the addresses and segments of a design; nothing where it is right. */
export function addressFaults(design: Design): readonly string[] {
  const faults: string[] = [];
  const fault = (wrong: boolean, words: string) => {
    if (wrong) faults.push(words);
  };
  const networks = networksOf(design);
  const planes = new Map(design.planes.map((plane) => [plane.key, plane]));
  faults.push(
    ...overlapping(networks.flatMap(({ key, subnets }) => subnets.map(({ cidr }) => ({ name: key, block: cidr })))),
    ...overlapping(design.planes.flatMap(({ key, blocks }) => blocks.map((block) => ({ name: key, block })))),
    ...overlapping(
      design.planes.flatMap(({ key, zones }) =>
        zones.flatMap((zone) => zone.blocks.map((block) => ({ name: `${key}/${zone.key}`, block }))),
      ),
    ),
  );
  for (const plane of design.planes)
    for (const zone of plane.zones)
      for (const block of zone.blocks)
        fault(
          !plane.blocks.some((one) => inside(interval(block), interval(one))),
          `zone ${plane.key}/${zone.key} ${block} outside of its plane`,
        );
  const ids = new Set<number>();
  for (const { key, plane: planeKey, zone: zoneKey, segment, subnets } of networks) {
    const plane = planes.get(planeKey);
    const zone = plane?.zones.find((one) => one.key === zoneKey);
    fault(ids.has(segment.id), `segment ${segment.id} of ${key} twice`);
    ids.add(segment.id);
    const { first = 0, last = 0 } = plane?.segments ?? {};
    fault(segment.id < first || segment.id > last, `segment ${segment.id} of ${key} outside of ${first}-${last}`);
    for (const { key: subnet, cidr } of subnets) {
      const holders = subnet.startsWith('reachable-') ? plane?.reachable : zone?.blocks;
      fault(!holders?.some((one) => inside(interval(cidr), interval(one))), `${key} ${cidr} outside of its zone`);
    }
  }
  return [...faults, ...hostFaults(design, networks)];
}

/** Every fixed address of the design: inside of its subnet, its own, and clear of what Neutron takes. */
function hostFaults(design: Design, networks: readonly NetworkDesign[]): readonly string[] {
  const faults: string[] = [];
  const used = new Map<string, string>();
  const routers = [
    ...design.planes.flatMap((plane) => plane.router ?? []),
    ...design.tenants.flatMap((tenant) => tenant.vpcs.map((vpc) => vpc.router)),
  ];
  const entries = design.tenants.flatMap((tenant) => tenant.vpcs.flatMap((vpc) => vpc.entries));
  const fixed = [
    ...portsOf(design).map(({ key, network, addresses }) => ({ key, network, addresses })),
    ...routers.map(({ key, gateway }) => ({ key: `router ${key}`, ...gateway })),
    ...entries.map(({ key, network, vip }) => ({ key: `entry ${key}`, network, addresses: [vip] })),
    ...entries.map(({ key, floatingIp }) => ({
      key: `floating ${key}`,
      network: floatingIp.network,
      addresses: [floatingIp],
    })),
  ];
  const byKey = new Map(networks.map((network) => [network.key, network]));
  for (const { key, subnets } of networks)
    for (const { gateway } of subnets) if (gateway !== null) used.set(gateway, `gateway of ${key}`);
  for (const { key, network, addresses } of fixed) {
    const subnets = byKey.get(network)?.subnets ?? [];
    const families = new Set(addresses.map((one) => one.address.includes(':')));
    const both = subnets.some((one) => one.family === 6) && !/^(entry|floating) /.test(key);
    if (families.size !== (both ? 2 : 1)) faults.push(`${key} has not one address of each family`);
    for (const { subnet: subnetKey, address } of addresses) {
      const subnet = subnets.find((one) => one.key === subnetKey);
      const value = addressValue(address);
      const range = subnet && interval(subnet.cidr);
      if (!range || value <= range.first || value >= range.last) faults.push(`${key} ${address} outside of ${network}`);
      const other = used.get(address);
      if (other !== undefined) faults.push(`${key} ${address} is that of ${other}`);
      used.set(address, key);
      const dynamic = subnet?.dynamic;
      if (dynamic && addressValue(dynamic.start) <= value && value <= addressValue(dynamic.end))
        faults.push(`${key} ${address} where Neutron takes its own`);
    }
  }
  return faults;
}
