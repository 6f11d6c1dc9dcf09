import { AddressSpace } from '../address-space';
import { allocate, type UnitRange } from '../allocation';
import type { Cidr, IpFamily } from '../cidr';
import { HostPlan } from '../host-plan';
import { SPACE_FULL } from '../problems/address-problems';
import { TIER_SIZE } from '../problems/tier-problems';
import { byKey } from '../stable-hash';
import { summarise } from '../summarise';
import { tagList } from '../tags';
import { zoneKinds } from '../zone-kind';
import { type DecidedPlane, isBusiness } from './decide-planes';
import { type DecidedTier, planeTags } from './decide-tiers';
import type { DecidedZone } from './decide-zones';
import type { Decision } from './decision';
import { PLATFORM, platformName, projectKey } from './names';
import type { NetworkDesign, SubnetDesign } from './network-design';

/** A network with the way its addresses are divided. */
export interface DecidedNetwork {
  readonly design: NetworkDesign;
  readonly zone: DecidedZone;
  readonly hosts: HostPlan;
}

interface Wanted {
  readonly key: string;
  readonly zone: DecidedZone;
  readonly owner: string;
  readonly prefix: number;
  readonly tags: readonly string[];
  readonly place: string;
}

/** The network in which load balancers of a department's extranet entries stand. */
export const entryNetworkKey = (tenant: string, zone: DecidedZone) => `${tenant}/${zone.key}-entry`;

/** Networks by key: one for each zone of the platform, one for each tier, one for a department's extranet entries. */
export function decideNetworks(
  decision: Decision,
  zones: ReadonlyMap<string, DecidedZone>,
  tiers: ReadonlyMap<string, DecidedTier>,
): ReadonlyMap<string, DecidedNetwork> {
  const networks = new Map<string, DecidedNetwork>();
  const wanted = [...tierNetworks(decision, tiers), ...entryNetworks(decision, tiers)];
  const segments = decideSegments(decision, [...zones.values()], wanted);
  for (const [key, zone] of zones) {
    if (zoneKinds[zone.kind].tenancy !== 'platform') continue;
    const v6 = zone.v6?.subnet(64, 0);
    const tags = tagList({ ...planeTags(decision, zone.plane), zone: zone.key, mlps: zone.mlps });
    const one = { key, zone, owner: PLATFORM, prefix: zone.v4.prefix, tags, place: zone.place };
    networks.set(key, network(decision, one, segments, zone.v4, v6));
  }
  for (const zone of zones.values()) {
    const inside = wanted.filter((one) => one.zone === zone).sort((a, b) => byKey(a.key, b.key));
    const v4 = blocksIn(decision, zone.v4, inside, (one) => one.prefix);
    const v6 = zone.v6 && blocksIn(decision, zone.v6, inside, () => 64);
    for (const one of inside) {
      const [four, six] = [v4.get(one.key), v6?.get(one.key)];
      if (four !== undefined) networks.set(one.key, network(decision, one, segments, four, six));
    }
  }
  return networks;
}

function tierNetworks(decision: Decision, tiers: ReadonlyMap<string, DecidedTier>): Wanted[] {
  return Array.from(tiers.values(), ({ key, tenant, tier, zone, tags, place }) => {
    const prefix = tier.prefix ?? prefixOf(decision, key, HostPlan.prefixFor(tier.servers), tier.servers);
    const room = HostPlan.roomOf(prefix);
    if (tier.servers > room) decision.report(TIER_SIZE.at(place, { tier: key, servers: tier.servers, prefix, room }));
    return { key, zone, owner: tenant, prefix, tags: tagList(tags), place };
  });
}

/** A network that is in use stays as it is, however close, while it has the room that is needed. */
function prefixOf(decision: Decision, network: string, wanted: number, room: number): number {
  const recorded = decision.ledger.recorded(`network ${network} 4`)?.prefix ?? 0;
  return recorded > wanted && HostPlan.roomOf(recorded) >= room ? recorded : wanted;
}

function entryNetworks(decision: Decision, tiers: ReadonlyMap<string, DecidedTier>): Wanted[] {
  const entries = [...tiers.values()].filter(({ tier, zone }) => tier.entry && zone.plane.role !== 'internet');
  const counts = new Map<string, { readonly first: DecidedTier; count: number }>();
  for (const first of entries) {
    const key = entryNetworkKey(first.tenant, first.zone);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { first, count: 1 });
    else known.count++;
  }
  return Array.from(counts, ([key, { first, count }]) => {
    const { tenant, zone } = first;
    // Octavia takes two ports for each balancer beside its VIP, Neutron two for DHCP: they share the upper half.
    const prefix = prefixOf(decision, key, HostPlan.prefixFor(count + 1), 2 * count + 1);
    const tags = tagList({ ...planeTags(decision, zone.plane, tenant), zone: zone.key });
    return { key, zone, owner: tenant, prefix, tags, place: decision.place('tenants', tenant) };
  });
}

function blocksIn(
  decision: Decision,
  holder: Cidr,
  wanted: readonly Wanted[],
  prefixOf: (one: Wanted) => number,
): ReadonlyMap<string, Cidr> {
  const owner = (one: Wanted) => `network ${one.key} ${holder.family}`;
  const recorded = decision.ledger.inside('network', [holder], new Set(wanted.map(owner)));
  const requests = wanted.map((one) => ({ key: owner(one), prefix: prefixOf(one) }));
  const { granted, refused } = new AddressSpace([holder]).allocate(requests, recorded);
  const blocks = new Map<string, Cidr>();
  for (const one of wanted) {
    const block = granted.get(owner(one));
    const full = refused.find(({ key }) => key === owner(one));
    if (full !== undefined) {
      const key = `${one.zone.plane.key}/${one.zone.key}`;
      const zone = { en: `zone ${key} (${holder})`, zh: `区域 ${key}（${holder}）` };
      const size = { en: `a /${full.prefix}`, zh: ` /${full.prefix} ` };
      decision.report(SPACE_FULL.at(one.place, { holder: zone, wants: one.key, size }));
    }
    if (block === undefined) continue;
    decision.ledger.decide(owner(one), block);
    blocks.set(one.key, block);
  }
  return blocks;
}

/** Segment identifiers by network, inside the range of the plane. */
function decideSegments(
  decision: Decision,
  zones: readonly DecidedZone[],
  wanted: readonly Wanted[],
): ReadonlyMap<string, number> {
  const platform = zones.filter((zone) => zoneKinds[zone.kind].tenancy === 'platform');
  const all = [
    ...platform.map((zone) => ({ key: `${zone.plane.key}/${zone.key}`, zone, place: zone.place })),
    ...wanted,
  ];
  const decided = new Map<string, number>();
  for (const plane of new Set(all.map((one) => one.zone.plane))) {
    const inPlane = all.filter((one) => one.zone.plane === plane).sort((a, b) => byKey(a.key, b.key));
    const { first, last } = plane.segments;
    const taken = new Map<string, UnitRange>();
    const recorded = decision.ledger.segments(plane.segments, new Set(inPlane.map((one) => one.key)));
    for (const [key, id] of recorded) taken.set(key, { start: BigInt(id - first), size: 1n });
    const requests = inPlane.map(({ key }) => ({ key, size: 1n }));
    const { granted, refused } = allocate(BigInt(last - first + 1), requests, taken);
    for (const { key, place } of inPlane) {
      const range = granted.get(key);
      if (range !== undefined) decided.set(key, first + Number(range.start));
      else if (refused.some((one) => one.key === key))
        decision.report(
          SPACE_FULL.at(place, {
            holder: {
              en: `the range of segments ${first}-${last} of plane ${plane.key}`,
              zh: `平面 ${plane.key} 的网段范围 ${first}-${last} `,
            },
            wants: key,
            size: { en: 'a segment', zh: '网段标识' },
          }),
        );
    }
  }
  for (const [key, id] of decided) decision.ledger.decideSegment(key, id);
  return decided;
}

function network(
  decision: Decision,
  wanted: Wanted,
  segments: ReadonlyMap<string, number>,
  v4: Cidr,
  v6: Cidr | undefined,
): DecidedNetwork {
  const { key, zone, owner, tags, place } = wanted;
  const { plane } = zone;
  const platform = owner === PLATFORM;
  const external = zone.kind === 'E-EDGE' || zone.kind === 'I-EDGE';
  const name = platform ? platformName(decision, key) : key;
  const { segmentation: type, physnet } = plane;
  const design: NetworkDesign = {
    key,
    name,
    plane: plane.key,
    zone: zone.key,
    project: projectKey(owner, plane.key),
    external,
    segment: { type, ...(type === 'vlan' && { physnet }), id: segments.get(key) ?? 0 },
    subnets: [
      subnet(name, 'v4', v4, !external),
      ...(v6 ? [subnet(name, 'v6', v6, !external)] : []),
      ...(external && isBusiness(plane) ? plane.reachable.map((block) => reachable(name, block)) : []),
    ],
    tags,
    place,
  };
  return { design, zone, hosts: new HostPlan(v4, v6) };
}

function subnet(network: string, key: string, block: Cidr, dhcp: boolean): SubnetDesign {
  return {
    key,
    name: `${network}-${key}`,
    family: block.family,
    cidr: `${block}`,
    gateway: HostPlan.gateway(block),
    dhcp,
    dynamic: HostPlan.dynamic(block),
  };
}

/** Floating IPs come from it. It has no gateway of its own: the edge routes it to the routers that map them. */
function reachable(network: string, block: Cidr): SubnetDesign {
  const key = reachableKey(block);
  const name = `${network}-${key}`;
  return { key, name, family: 4, cidr: `${block}`, gateway: null, dhcp: false, dynamic: null };
}

export function reachableKey(block: Cidr): string {
  return `reachable-${`${block}`.replace(/[./]/g, '-')}`;
}

/** The pool of a plane and family, as Neutron will write it back: it wants all subnets of one network and family from one pool. */
export function subnetPools(decision: Decision, plane: DecidedPlane) {
  return ([4, 6] as const satisfies readonly IpFamily[]).flatMap((family) => {
    const reachableHere = family === 4 && isBusiness(plane) ? plane.reachable : [];
    const prefixes = [...plane.blocks, ...reachableHere].filter((block) => block.family === family);
    const key = `${plane.key}-v${family}`;
    return prefixes.length === 0
      ? []
      : [{ key, name: platformName(decision, key), family, prefixes: summarise(prefixes).map(String) }];
  });
}
