import type { AllowedFlow, FlowEnd, PortRange } from '../flow';
import type { MatrixEnd } from '../matrix-verdict';
import type { DecidedNetwork } from './decide-networks';
import type { DecidedPlane } from './decide-planes';
import type { DecidedTier } from './decide-tiers';
import type { DecidedZone } from './decide-zones';
import type { AddressDesign } from './router-design';

/** A party of flows, with the security groups that carry its rules. A party outside of the cloud has none. */
export interface DecidedEnd {
  readonly end: FlowEnd;
  readonly groups: readonly string[];
  readonly party?: MatrixEnd;
}

/** A flow and who realises it. */
export interface DecidedFlow {
  readonly flow: AllowedFlow;
  readonly from: DecidedEnd;
  readonly to: DecidedEnd;
}

/** One tier: every address of its network, since servers come and go inside it. */
export function tierEnd(tier: DecidedTier, network: DecidedNetwork): DecidedEnd {
  const { zone, tenant, key } = tier;
  const prefixes = network.design.subnets.map((subnet) => subnet.cidr);
  const party = { kind: zone.kind, plane: zone.plane.key, zone: zone.key, tenant };
  return { end: { label: key, zone: zoneRef(zone), tenant, prefixes }, groups: [key], party };
}

export function zoneEnd(zone: DecidedZone, network: DecidedNetwork): DecidedEnd {
  const key = `${zone.plane.key}/${zone.key}`;
  const prefixes = network.design.subnets.filter((one) => one.key === 'v4' || one.key === 'v6').map((one) => one.cidr);
  const party = { kind: zone.kind, plane: zone.plane.key, zone: zone.key };
  return { end: { label: key, zone: zoneRef(zone), prefixes }, groups: [zoneGroupKey(zone)], party };
}

/** Hosts of the platform: relays and sides of a gap. */
export function hostEnd(
  label: string,
  zone: DecidedZone,
  addresses: readonly AddressDesign[],
  group: string,
): DecidedEnd {
  return { end: { label, zone: zoneRef(zone), prefixes: hostPrefixes(addresses) }, groups: [group] };
}

/** Everything in a plane. `groups` are those that every host of the plane has one of. */
export function planeEnd(plane: DecidedPlane, groups: readonly string[]): DecidedEnd {
  return { end: { label: `all zones of ${plane.key}`, prefixes: plane.blocks.map(String) }, groups };
}

export function outsideEnd(label: string, prefixes: readonly string[]): DecidedEnd {
  return { end: { label, prefixes }, groups: [] };
}

export const zoneGroupKey = (zone: DecidedZone) => `${zone.plane.key}/${zone.key}`;
export const baselineKey = (project: string) => `${project}/baseline`;

export function hostPrefixes(addresses: readonly AddressDesign[]): readonly string[] {
  return addresses.map(({ address }) => `${address}/${address.includes(':') ? 128 : 32}`);
}

function zoneRef(zone: DecidedZone): NonNullable<FlowEnd['zone']> {
  return { key: zone.key, kind: zone.kind, plane: zone.plane.key };
}

export function flow(
  id: string,
  row: AllowedFlow['row'],
  from: DecidedEnd,
  to: DecidedEnd,
  ports: readonly PortRange[],
  purpose: string,
  place: string,
): DecidedFlow {
  return { flow: { id: `${row} ${id}`, row, from: from.end, to: to.end, ports, purpose, place }, from, to };
}

/** `tcp/443` in code. */
export function port(text: string): PortRange {
  const [protocol, range = ''] = text.split('/');
  const [from, to = from] = range.split('-').map(Number);
  return { protocol: protocol as 'tcp' | 'udp', from: from as number, to: to as number };
}

export function portText({ protocol, from, to }: PortRange): string {
  return protocol === 'icmp' ? 'icmp' : `${protocol}/${from === to ? from : `${from}-${to}`}`;
}
