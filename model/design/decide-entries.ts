import { Cidr } from '../cidr';
import { ENTRY_DMZ, ENTRY_HOST, ENTRY_HOST_ZONE, ENTRY_PORT, ENTRY_SOURCES } from '../problems/entry-problems';
import { NAME_TAKEN, NAME_TOO_LONG } from '../problems/name-problems';
import { tagList } from '../tags';
import { decideFloatingIps, type HostAddresses, type HostRequest, hostKey } from './decide-hosts';
import { type DecidedNetwork, entryNetworkKey, reachableKey } from './decide-networks';
import type { DecidedPlane } from './decide-planes';
import { type DecidedRelay, extranetUsers } from './decide-relays';
import type { DecidedTier, Surroundings } from './decide-tiers';
import { zoneOfKind } from './decide-zones';
import type { Decision } from './decision';
import { type DecidedEnd, type DecidedFlow, flow, outsideEnd, port, portText, tierEnd, zoneEnd } from './ends';
import type { EntryDesign } from './entry-design';
import { PLATFORM, projectKey } from './names';

const HTTPS = port('tcp/443');

/** An entry before its addresses. */
interface EntryPlace {
  readonly tier: DecidedTier;
  readonly entry: NonNullable<DecidedTier['tier']['entry']>;
  /** Where its VIP stands: the DMZ, or the department's entry network. */
  readonly network: DecidedNetwork;
  readonly place: string;
}

export interface DecidedEntry {
  readonly tier: DecidedTier;
  readonly design: EntryDesign;
  /** The load balancer, as whoever connects sees it. */
  readonly vip: DecidedEnd;
  readonly flows: readonly DecidedFlow[];
}

export function entryPlaces(
  decision: Decision,
  { zones }: Surroundings,
  tiers: ReadonlyMap<string, DecidedTier>,
  networks: ReadonlyMap<string, DecidedNetwork>,
): readonly EntryPlace[] {
  const places: EntryPlace[] = [];
  const hosts = new Map<string, string>();
  for (const tier of tiers.values()) {
    const { entry } = tier.tier;
    if (entry === undefined) continue;
    const { plane } = tier.zone;
    const place = entryPlace(decision, tier);
    checkHost(decision, tier, entry.host, hosts);
    if (entry.port.protocol !== 'tcp' || entry.port.from !== entry.port.to) {
      const at = entryPlace(decision, tier, 'port');
      decision.report(ENTRY_PORT.at(at, { tier: tier.key, port: portText(entry.port) }));
    }
    const dmz = zoneOfKind(zones, plane.key, 'I-DMZ');
    const key = plane.role === 'internet' ? dmz && `${plane.key}/${dmz.key}` : entryNetworkKey(tier.tenant, tier.zone);
    if (key === undefined) decision.report(ENTRY_DMZ.at(place, { tier: tier.key, plane: plane.key }));
    const network = networks.get(key ?? '');
    if (network !== undefined) places.push({ tier, entry, network, place });
  }
  return places;
}

function entryPlace(decision: Decision, tier: DecidedTier, ...field: string[]): string {
  const { tenant, systemKey, tierKey } = tier;
  return decision.place('tenants', tenant, 'systems', systemKey, 'tiers', tierKey, 'entry', ...field);
}

function checkHost(decision: Decision, tier: DecidedTier, host: string, hosts: Map<string, string>): void {
  const place = entryPlace(decision, tier, 'host');
  const { domain } = decision.values;
  if (!host.endsWith(`.${domain}`)) decision.report(ENTRY_HOST.at(place, { host, domain }));
  const tenant = host.endsWith(`.${domain}`)
    ? host
        .slice(0, -domain.length - 1)
        .split('.')
        .at(-1)
    : undefined;
  if (tenant !== undefined && Object.hasOwn(decision.values.tenants, tenant))
    decision.report(ENTRY_HOST_ZONE.at(place, { host, tenant }));
  checkLength(decision, place, host);
  const other = hosts.get(host);
  const what = { en: 'host', zh: '域名' };
  if (other !== undefined)
    decision.report(
      NAME_TAKEN.at(place, { what, name: host, other: { en: `that of ${other}`, zh: ` ${other} 的域名` } }),
    );
  else hosts.set(host, tier.key);
}

/** RFC 1035: 63 characters in a label, 253 in a name as it is written. */
function checkLength(decision: Decision, place: string, host: string): void {
  const label = host.split('.').find((one) => one.length > 63);
  if (label !== undefined) {
    const what = { en: 'a label of the DNS', zh: 'DNS 标签' };
    decision.report(NAME_TOO_LONG.at(place, { name: label, length: label.length, limit: 63, what }));
  }
  if (host.length > 253) {
    const what = { en: 'a host', zh: '域名' };
    decision.report(NAME_TOO_LONG.at(place, { name: host, length: host.length, limit: 253, what }));
  }
}

export function entryHosts(places: readonly EntryPlace[]): HostRequest[] {
  return places.map(({ tier, network, place }) => ({ key: tier.key, network, place }));
}

export function decideEntries(
  decision: Decision,
  around: Surroundings,
  places: readonly EntryPlace[],
  hosts: HostAddresses,
  networks: ReadonlyMap<string, DecidedNetwork>,
): readonly DecidedEntry[] {
  const entries: DecidedEntry[] = [];
  for (const plane of around.planes.values()) {
    const inPlane = places.filter((one) => one.tier.zone.plane === plane);
    const wanted = inPlane.map(({ tier, place }) => ({ key: tier.key, place }));
    const floating = decideFloatingIps(decision, plane, wanted);
    for (const at of inPlane) {
      const vip = hosts.get(hostKey(at.network.design.key, at.tier.key))?.[0];
      const edge = zoneOfKind(around.zones, plane.key, 'E-EDGE', 'I-EDGE');
      const outside = floating.get(at.tier.key);
      const tierNetwork = networks.get(at.tier.key);
      if (!vip || !edge || !outside || !tierNetwork) continue;
      const block = plane.reachable.find((one) => one.contains(outside));
      if (block === undefined) continue;
      const { entry, tier } = at;
      const { host, tls, clientCa } = entry;
      const internet = plane.role === 'internet';
      const floatingIp = {
        network: `${plane.key}/${edge.key}`,
        subnet: reachableKey(block),
        address: `${outside.address(0)}`,
      };
      const allowedCidrs = sourcesOf(decision, at, plane);
      const members = Array.from({ length: tier.tier.servers }, (_, index) => ({
        key: `${index + 1}`,
        address: tierNetwork.hosts.host(index).v4,
        port: entry.port.from,
      }));
      const design: EntryDesign = {
        key: tier.key,
        name: tier.key,
        plane: plane.key,
        project: projectKey(internet ? PLATFORM : tier.tenant, plane.key),
        network: at.network.design.key,
        vip,
        floatingIp,
        host,
        port: HTTPS.from,
        tls,
        ...(clientCa !== undefined && { clientCa }),
        allowedCidrs,
        members,
        tags: tagList(tier.tags),
        place: at.place,
      };
      const vipEnd = entryEnd(at, design);
      entries.push({ tier, design, vip: vipEnd, flows: entryFlows(at, design, vipEnd, tierNetwork) });
    }
  }
  return entries.sort((a, b) => (a.design.key < b.design.key ? -1 : 1));
}

/** The VIP has IPv4 only, so that IPv6 sources have nothing to reach. */
function sourcesOf(decision: Decision, { entry, tier, place }: EntryPlace, plane: DecidedPlane): readonly string[] {
  const { sources } = decision.values.tenants[tier.tenant] ?? { sources: [] };
  const written = entry.sources?.map(String);
  const own = tier.zone.kind === 'E-DEPT' ? sources.map(String) : extranetUsers(decision).end.prefixes;
  const all = (written ?? (plane.role === 'internet' ? ['0.0.0.0/0'] : own)).filter((one) => !one.includes(':'));
  if (all.length === 0) decision.report(ENTRY_SOURCES.at(place, { tier: tier.key }));
  return [...new Set(all)].sort();
}

function entryEnd({ tier, network }: EntryPlace, design: EntryDesign): DecidedEnd {
  const zone = { key: network.zone.key, kind: network.zone.kind, plane: design.plane };
  const prefixes = [`${design.vip.address}/32`, `${design.floatingIp.address}/32`];
  return { end: { label: `entry ${tier.key}`, zone, prefixes }, groups: [] };
}

/**
 * An entry that is open to everybody is open to the egress proxy of its plane, whose own rule lets it out to
 * everybody. No rule follows from these flows; they say what the two rules mean together.
 */
export function proxyFlows(relays: readonly DecidedRelay[], entries: readonly DecidedEntry[]): DecidedFlow[] {
  return relays.flatMap(({ kind, plane, edge }) => {
    const [address] = edge.port.addresses;
    if (kind !== 'proxy' || plane.role !== 'internet' || address === undefined) return [];
    const host = Cidr.of(`${address.address}/32`);
    const from = { ...edge.end, groups: [] };
    return entries
      .filter(({ design }) => design.plane === plane.key)
      .filter(({ design }) => design.allowedCidrs.some((block) => Cidr.of(block).contains(host)))
      .map(({ design, vip }) =>
        flow(`${edge.key} to ${design.key}`, 'F14', from, vip, [HTTPS], `the proxy, as everybody`, design.place),
      );
  });
}

function entryFlows(at: EntryPlace, design: EntryDesign, vip: DecidedEnd, tierNetwork: DecidedNetwork): DecidedFlow[] {
  const { tier, network, entry, place } = at;
  const internet = network.zone.kind === 'I-DMZ';
  const row = internet ? 'F01' : tier.zone.kind === 'E-PUB' ? 'F07' : 'F08';
  const from = outsideEnd(internet ? 'Internet' : 'extranet users', design.allowedCidrs);
  const zone = { key: network.zone.key, kind: network.zone.kind, plane: design.plane };
  const balancers = internet
    ? zoneEnd(network.zone, network)
    : { end: { label: network.design.key, zone, tenant: tier.tenant, prefixes: [`${network.hosts.v4}`] }, groups: [] };
  const inside = { ...balancers, groups: [] };
  const purpose = `users of ${entry.host}`;
  return [
    flow(tier.key, row, from, vip, [HTTPS], purpose, place),
    flow(
      `${tier.key} members`,
      internet ? 'F02' : row,
      inside,
      tierEnd(tier, tierNetwork),
      [entry.port],
      'load balancer to members',
      place,
    ),
  ];
}
