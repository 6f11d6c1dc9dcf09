import { NAME_TAKEN } from '../problems/name-problems';
import { byKey } from '../stable-hash';
import { tagList } from '../tags';
import { zoneKinds } from '../zone-kind';
import type { DecidedGap } from './decide-gaps';
import { type DecidedGroups, type GroupPlace, groupKeys } from './decide-groups';
import type { HostAddresses } from './decide-hosts';
import { type DecidedNetwork, subnetPools } from './decide-networks';
import { type DecidedPlane, isBusiness } from './decide-planes';
import type { DecidedRelay, RelayPort } from './decide-relays';
import { edgeNetwork, project, router } from './decide-tenants';
import { planeTags, type Surroundings } from './decide-tiers';
import type { DecidedZone } from './decide-zones';
import type { Decision } from './decision';
import { zoneGroupKey } from './ends';
import type { GapDesign, GapSideDesign } from './gap-design';
import { PLATFORM, platformName, projectKey } from './names';
import type { PlaneDesign, RelayDesign, RelayLeg, ZoneDesign } from './plane-design';

export interface PlatformParts {
  readonly networks: ReadonlyMap<string, DecidedNetwork>;
  readonly hosts: HostAddresses;
  readonly groups: DecidedGroups;
  readonly relays: readonly DecidedRelay[];
}

/** Networks of the platform that its own router serves: all but the edge, where the router has its gateway. */
function routed(plane: DecidedPlane, networks: ReadonlyMap<string, DecidedNetwork>): DecidedNetwork[] {
  return [...networks.values()]
    .filter(({ design }) => design.project === projectKey(PLATFORM, plane.key) && !design.external)
    .sort((a, b) => byKey(a.design.key, b.design.key));
}

/** Business planes in which the platform needs a router. */
export function platformRouters(
  planes: ReadonlyMap<string, DecidedPlane>,
  networks: ReadonlyMap<string, DecidedNetwork>,
): readonly { readonly key: string; readonly plane: DecidedPlane; readonly place: string }[] {
  return [...planes.values()]
    .filter((plane) => isBusiness(plane) && routed(plane, networks).length > 0)
    .map((plane) => ({ key: projectKey(PLATFORM, plane.key), plane, place: plane.place }));
}

/** Groups of platform zones, relays and gap sides. */
export function platformGroups(
  decision: Decision,
  { zones }: Surroundings,
  relays: readonly DecidedRelay[],
  gaps: ReadonlyMap<string, DecidedGap>,
): GroupPlace[] {
  const group = (key: string, zone: DecidedZone, description: string, place = zone.place): GroupPlace => ({
    key,
    name: platformName(decision, key),
    project: projectKey(PLATFORM, zone.plane.key),
    description,
    tags: tagList({ ...planeTags(decision, zone.plane), zone: zone.key, mlps: zone.mlps }),
    place,
  });
  const platform = [...zones.values()].filter((zone) => zoneKinds[zone.kind].tenancy === 'platform');
  const legs = relays.flatMap(({ edge, inner }) => (inner ? [edge, inner] : [edge]));
  const sides = [...gaps.values()].flatMap(({ outer, inner }) => [outer, inner]);
  const places = [
    ...platform.map((zone) => group(zoneGroupKey(zone), zone, `hosts of zone ${zoneGroupKey(zone)}`)),
    ...legs.map(({ key, zone, port }) => group(key, zone, port.description)),
    ...sides.map(({ key, zone, side }) => group(key, zone, `${side} side of a gap device`)),
  ];
  checkNames(decision, places);
  return places;
}

/** Zones, relays and sides of gap devices share one space of names: two groups of one name would be one group. */
function checkNames(decision: Decision, places: readonly GroupPlace[]): void {
  const known = new Map<string, GroupPlace>();
  for (const place of places) {
    const { key } = place;
    const other = known.get(key);
    if (other === undefined) known.set(key, place);
    else {
      const what = { en: 'name', zh: '名称' };
      const words = { en: `that of the ${place.description}`, zh: `“${place.description}”的名称` };
      decision.report(NAME_TAKEN.at(other.place, { what, name: key, other: words }));
    }
  }
}

export function decidePlatform(decision: Decision, around: Surroundings, parts: PlatformParts): readonly PlaneDesign[] {
  return [...around.planes.values()].map((plane) => {
    const { key, role, site, physnet, segmentation, segments, blocks, reachable, uplinks, peakMbps, place } = plane;
    const inside = routed(plane, parts.networks);
    const edge = edgeNetwork(plane, around, parts.networks);
    const own = projectKey(PLATFORM, key);
    const tags = tagList(planeTags(decision, plane));
    const name = platformName(decision, own);
    const made = edge && inside.length > 0 && router(own, name, edge, parts.hosts, inside, tags, place);
    return {
      key,
      role,
      site: site.key,
      physnet,
      segmentation,
      segments,
      blocks: blocks.map(String),
      reachable: reachable.map(String),
      uplinks,
      ...(peakMbps !== undefined && { peakMbps }),
      pools: subnetPools(decision, plane),
      project: project(decision, PLATFORM, plane, place),
      ...(isBusiness(plane) && made && { router: made }),
      zones: [...around.zones.values()].filter((zone) => zone.plane === plane).map((zone) => zoneDesign(zone, parts)),
      relays: parts.relays.filter((relay) => relay.plane === plane).map((relay) => relayDesign(relay, parts.groups)),
      tags,
      place,
    };
  });
}

function zoneDesign(zone: DecidedZone, { networks, groups }: PlatformParts): ZoneDesign {
  const network = networks.get(`${zone.plane.key}/${zone.key}`)?.design;
  return {
    key: zone.key,
    kind: zone.kind,
    plane: zone.plane.key,
    trust: zoneKinds[zone.kind].trust,
    mlps: zone.mlps,
    blocks: [`${zone.v4}`, ...(zone.v6 ? [`${zone.v6}`] : [])],
    ...(network && { network }),
    groups: groups.get(zoneGroupKey(zone)) ?? [],
    place: zone.place,
  };
}

function relayDesign({ kind, edge, inner }: DecidedRelay, groups: DecidedGroups): RelayDesign {
  const leg = (one: RelayPort): RelayLeg => ({
    plane: one.zone.plane.key,
    port: { ...one.port, groups: groupKeys(groups, [one.key]) },
    groups: groups.get(one.key) ?? [],
  });
  return { key: kind, legs: inner ? [leg(edge), leg(inner)] : [leg(edge)], place: edge.zone.place };
}

export function gapDesigns(gaps: ReadonlyMap<string, DecidedGap>, groups: DecidedGroups): readonly GapDesign[] {
  return Array.from(gaps.values(), ({ key, oneWay, outer, inner, channels, place }) => {
    const [first, second] = [outer, inner].map(
      (side): GapSideDesign => ({
        side: side.side,
        plane: side.zone.plane.key,
        groups: groups.get(side.key) ?? [],
        ports: side.ports.map((port) => ({ ...port, groups: groupKeys(groups, [side.key]) })),
      }),
    );
    const sides = [first as GapSideDesign, second as GapSideDesign] as const;
    return { key, ...(oneWay && { oneWay }), sides, channels, place };
  });
}
