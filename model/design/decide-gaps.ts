import { CHANNEL_MISMATCH, CHANNEL_UNCHECKED, GAP_ZONE } from '../problems/gap-problems';
import { sortedEntries } from '../stable-hash';
import { tagList } from '../tags';
import type { ZoneKind } from '../zone-kind';
import { type HostAddresses, type HostRequest, hostKey } from './decide-hosts';
import type { DecidedNetwork } from './decide-networks';
import { planeTags } from './decide-tiers';
import type { DecidedZone } from './decide-zones';
import type { Decision } from './decision';
import { type DecidedEnd, hostEnd } from './ends';
import type { ChannelDesign } from './gap-design';
import { PLATFORM, platformName, projectKey } from './names';
import type { PortDesign } from './port-design';

/** A gap device with both of its sides; the channels are approvals and open nothing by themselves. */
export interface DecidedGap {
  readonly key: string;
  readonly oneWay?: 'in' | 'out';
  readonly outer: DecidedGapSide;
  readonly inner: DecidedGapSide;
  readonly channels: readonly ChannelDesign[];
  readonly place: string;
}

export interface DecidedGapSide {
  readonly side: 'outer' | 'inner';
  /** `gap-1/outer`. */
  readonly key: string;
  readonly zone: DecidedZone;
  readonly ports: readonly PortDesign[];
  readonly end: DecidedEnd;
}

interface SidePlace {
  readonly device: string;
  readonly side: 'outer' | 'inner';
  readonly zone: DecidedZone;
  readonly network: DecidedNetwork;
  readonly hosts: readonly string[];
  readonly place: string;
}

const KINDS: Readonly<Record<'outer' | 'inner', ZoneKind>> = { outer: 'I-EXCH', inner: 'E-EXCH' };
/** A pair stands on two hosts, so that one may fail (GB/T 22239-2019 8.1.2.1 e). */
const HOSTS = { pair: ['a', 'b'], single: ['a'] } as const;

/** Where the sides of each device stand; a side in a wrong zone is a problem. */
export function gapPlaces(
  decision: Decision,
  zones: ReadonlyMap<string, DecidedZone>,
  networks: ReadonlyMap<string, DecidedNetwork>,
): readonly SidePlace[] {
  const places: SidePlace[] = [];
  for (const [device, written] of sortedEntries(decision.values.gap.devices))
    for (const side of ['outer', 'inner'] as const) {
      const place = decision.place('gap', 'devices', device, side);
      const zone = decision.find(zones, written[side], { en: 'zone', zh: '区域' }, place);
      if (zone === undefined) continue;
      if (zone.kind !== KINDS[side])
        decision.report(GAP_ZONE.at(place, { device, side, zone: written[side], kind: zone.kind, needs: KINDS[side] }));
      const network = networks.get(written[side]);
      if (network !== undefined) places.push({ device, side, zone, network, hosts: HOSTS[written.ha], place });
    }
  return places;
}

export function gapHosts(places: readonly SidePlace[]): HostRequest[] {
  return places.flatMap(({ device, hosts, network, place }) =>
    hosts.map((host) => ({ key: `${device}/${host}`, network, place })),
  );
}

export function decideGaps(
  decision: Decision,
  places: readonly SidePlace[],
  hosts: HostAddresses,
): ReadonlyMap<string, DecidedGap> {
  const gaps = new Map<string, DecidedGap>();
  for (const [key, { oneWay }] of sortedEntries(decision.values.gap.devices)) {
    const [outer, inner] = (['outer', 'inner'] as const).map((side) => {
      const at = places.find((one) => one.device === key && one.side === side);
      return at && decideSide(decision, at, hosts);
    });
    const channels = channelsOf(decision, key);
    const place = decision.place('gap', 'devices', key);
    if (outer && inner) gaps.set(key, { key, ...(oneWay && { oneWay }), outer, inner, channels, place });
  }
  for (const [key, channel] of sortedEntries(decision.values.gap.channels)) {
    checkChecks(decision, key);
    const devices = new Map(Object.entries(decision.values.gap.devices));
    const place = decision.place('gap', 'channels', key, 'device');
    const device = decision.find(devices, channel.device, { en: 'gap device', zh: '网闸' }, place);
    if (device?.oneWay !== undefined && device.oneWay !== channel.direction) {
      const en = `its direction is ${channel.direction}, device ${channel.device} passes only ${device.oneWay}`;
      const zh = `方向为 ${channel.direction}，而设备 ${channel.device} 仅允许 ${device.oneWay}`;
      decision.report(CHANNEL_MISMATCH.at(place, { channel: key, detail: { en, zh } }));
    }
  }
  return gaps;
}

function decideSide(decision: Decision, at: SidePlace, hosts: HostAddresses): DecidedGapSide {
  const { device, side, zone, network } = at;
  const key = `${device}/${side}`;
  const values = { ...planeTags(decision, zone.plane), zone: zone.key, mlps: zone.mlps };
  const ports = at.hosts.flatMap((host): PortDesign[] => {
    const addresses = hosts.get(hostKey(network.design.key, `${device}/${host}`));
    if (addresses === undefined) return [];
    const port: PortDesign = {
      key: `${key}/${host}`,
      name: platformName(decision, `${key}/${host}`),
      network: network.design.key,
      project: projectKey(PLATFORM, zone.plane.key),
      addresses,
      groups: [key],
      description: `${side} side of gap device ${device}`,
      tags: [...tagList(values), `gap:${device}`].sort(),
      place: at.place,
    };
    return [port];
  });
  const addresses = ports.flatMap((port) => port.addresses);
  return { side, key, zone, ports, end: hostEnd(key, zone, addresses, key) };
}

function channelsOf(decision: Decision, device: string): ChannelDesign[] {
  return sortedEntries(decision.values.gap.channels)
    .filter(([, channel]) => channel.device === device)
    .map(([key, { kind, direction, from, to, maxMbps, checks, approval }]) => {
      const place = decision.place('gap', 'channels', key);
      return { key, kind, direction, from, to, maxMbps, checks, approval, place };
    });
}

/** What enters the extranet is checked; a stream may skip the content, a request needs a list of what passes. */
function checkChecks(decision: Decision, key: string): void {
  const channel = decision.values.gap.channels[key];
  if (channel === undefined) return;
  const lacks = (missing: string, field = 'checks') =>
    decision.report(CHANNEL_UNCHECKED.at(decision.place('gap', 'channels', key, field), { channel: key, missing }));
  if (channel.direction !== 'out') {
    if (!channel.checks.includes('antivirus')) lacks('checks: antivirus');
    if (channel.kind !== 'stream' && !channel.checks.includes('content')) lacks('checks: content');
  }
  if (channel.kind === 'request' && channel.whitelist.length === 0) lacks('whitelist', 'whitelist');
}
