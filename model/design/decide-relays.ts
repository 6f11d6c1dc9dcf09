import { tagList } from '../tags';
import { type HostAddresses, type HostRequest, hostKey } from './decide-hosts';
import type { DecidedNetwork } from './decide-networks';
import { type DecidedPlane, isBusiness } from './decide-planes';
import { planeTags, type Surroundings } from './decide-tiers';
import { type DecidedZone, zoneOfKind } from './decide-zones';
import type { Decision } from './decision';
import { type DecidedEnd, type DecidedFlow, flow, hostEnd, outsideEnd, planeEnd, port, zoneEnd } from './ends';
import { PLATFORM, platformName, projectKey } from './names';
import type { RelayKind } from './plane-design';
import type { PortDesign } from './port-design';

/**
 * A host that carries one service between a business plane and the management plane, so that no route leads from a
 * tenant to the management plane (INV-5). It forwards nothing.
 */
export interface DecidedRelay {
  readonly kind: RelayKind;
  readonly plane: DecidedPlane;
  readonly edge: RelayPort;
  /** Absent where the site has no management plane. */
  readonly inner?: RelayPort;
}

export interface RelayPort {
  readonly key: string;
  readonly zone: DecidedZone;
  readonly network: DecidedNetwork;
  readonly port: PortDesign;
  readonly end: DecidedEnd;
}

/** Which zone of the management plane each relay has its other leg in. */
const RELAYS = { bastion: 'M-OPS', log: 'M-SEC', proxy: 'M-OPS', resolver: 'M-OPS' } as const;
const kinds = Object.keys(RELAYS) as RelayKind[];

interface RelayPlace {
  readonly kind: RelayKind;
  readonly plane: DecidedPlane;
  readonly edge: DecidedZone;
  readonly inner?: DecidedZone;
}

function relayPlaces({ planes, zones }: Surroundings): RelayPlace[] {
  return [...planes.values()].filter(isBusiness).flatMap((plane) => {
    const edge = zoneOfKind(zones, plane.key, 'E-EDGE', 'I-EDGE');
    const management = [...planes.values()].find((one) => one.role === 'management' && one.site === plane.site);
    return kinds.flatMap((kind) => {
      const inner = management && zoneOfKind(zones, management.key, RELAYS[kind]);
      return edge ? [{ kind, plane, edge, ...(inner && { inner }) }] : [];
    });
  });
}

type Networks = ReadonlyMap<string, DecidedNetwork>;
const networkOf = (networks: Networks, zone: DecidedZone) => networks.get(`${zone.plane.key}/${zone.key}`);
const innerHost = ({ plane, kind }: RelayPlace) => `${plane.key}-${kind}`;

export function relayHosts(around: Surroundings, networks: Networks): HostRequest[] {
  return relayPlaces(around).flatMap((one) => {
    const [edge, inner] = [networkOf(networks, one.edge), one.inner && networkOf(networks, one.inner)];
    return [
      ...(edge ? [{ key: one.kind, network: edge, place: one.edge.place }] : []),
      ...(inner ? [{ key: innerHost(one), network: inner, place: inner.zone.place }] : []),
    ];
  });
}

export function decideRelays(
  decision: Decision,
  around: Surroundings,
  networks: Networks,
  hosts: HostAddresses,
): readonly DecidedRelay[] {
  return relayPlaces(around).flatMap((one) => {
    const edge = relayPort(decision, one, one.edge, one.kind, networks, hosts);
    const inner = one.inner && relayPort(decision, one, one.inner, innerHost(one), networks, hosts);
    return edge ? [{ kind: one.kind, plane: one.plane, edge, ...(inner && { inner }) }] : [];
  });
}

function relayPort(
  decision: Decision,
  relay: RelayPlace,
  zone: DecidedZone,
  host: string,
  networks: Networks,
  hosts: HostAddresses,
): RelayPort | undefined {
  const network = networkOf(networks, zone);
  const addresses = network && hosts.get(hostKey(network.design.key, host));
  if (network === undefined || addresses === undefined) return undefined;
  const key = `${zone.plane.key}/${host}`;
  const description = `${relay.kind} relay of plane ${relay.plane.key}`;
  const values = { ...planeTags(decision, zone.plane), zone: zone.key, mlps: zone.mlps };
  const design: PortDesign = {
    key,
    name: platformName(decision, key),
    network: network.design.key,
    project: projectKey(PLATFORM, zone.plane.key),
    addresses,
    groups: [key],
    description,
    tags: [...tagList(values), `relay:${relay.kind}`].sort(),
    place: zone.place,
  };
  return { key, zone, network, port: design, end: hostEnd(key, zone, addresses, key) };
}

/** The flows that every cloud has: rows F14 to F17, F19 and F20 of the matrix. */
export function standingFlows(
  decision: Decision,
  around: Surroundings,
  networks: Networks,
  relays: readonly DecidedRelay[],
  everywhere: (plane: DecidedPlane) => readonly string[],
): DecidedFlow[] {
  return [
    ...relays.flatMap((relay) => relayFlows(decision, relay, planeEnd(relay.plane, everywhere(relay.plane)), networks)),
    ...supervision(around, networks),
  ];
}

function relayFlows(decision: Decision, relay: DecidedRelay, all: DecidedEnd, networks: Networks): DecidedFlow[] {
  const { kind, plane, edge, inner } = relay;
  const innerNetwork = inner && networkOf(networks, inner.zone);
  const innerZone = inner && innerNetwork && zoneEnd(inner.zone, innerNetwork);
  const id = `${plane.key}/${kind}`;
  const { place } = edge.zone;
  if (kind === 'bastion') {
    const { operators } = decision.values;
    const from = outsideEnd('operators', operators.map(String));
    const ports = ['tcp/443', 'tcp/22'].map(port);
    const entering = inner !== undefined && operators.length > 0;
    const where = decision.place('operators');
    return [
      flow(id, 'F16', edge.end, all, ['tcp/22', 'tcp/3389', 'tcp/6443'].map(port), 'administration', place),
      ...(entering ? [flow(id, 'F15', from, inner.end, ports, 'operators to the bastion', where)] : []),
    ];
  }
  if (kind === 'proxy') {
    const everybody = outsideEnd('Internet', ['0.0.0.0/0', ...(edge.network.hosts.v6 ? ['::/0'] : [])]);
    const outside = plane.role === 'internet' ? everybody : extranetUsers(decision);
    const ports = [port('tcp/443')];
    const leaving = outside.end.prefixes.length > 0;
    return [
      flow(id, 'F14', all, edge.end, [port('tcp/3128')], 'egress over the proxy', place),
      ...(leaving ? [flow(`${id} out`, 'F14', edge.end, outside, ports, 'the proxy to listed names', place)] : []),
    ];
  }
  const row = kind === 'log' ? 'F17' : 'F20';
  const ports = (kind === 'log' ? ['tcp/6514', 'tcp/443'] : ['udp/123', 'udp/53', 'tcp/53']).map(port);
  const purpose = kind === 'log' ? 'logs and agents' : 'time and names';
  return [
    flow(id, row, all, edge.end, ports, purpose, place),
    ...(inner && innerZone ? [flow(`${id} onward`, row, inner.end, innerZone, ports, purpose, inner.zone.place)] : []),
  ];
}

function supervision({ planes, zones }: Surroundings, networks: Networks): DecidedFlow[] {
  return [...planes.values()].flatMap((plane) => {
    const [from, to] = [zoneOfKind(zones, plane.key, 'M-SUP'), zoneOfKind(zones, plane.key, 'M-CTRL')];
    const [source, target] = [from && networkOf(networks, from), to && networkOf(networks, to)];
    if (!from || !to || !source || !target) return [];
    const ends = [zoneEnd(from, source), zoneEnd(to, target)] as const;
    return [flow(`${plane.key}/supervision`, 'F19', ...ends, [port('tcp/443')], 'read-only supervision', from.place)];
  });
}

export function extranetUsers(decision: Decision): DecidedEnd {
  return outsideEnd('extranet users', decision.values.extranetUsers.map(String));
}
