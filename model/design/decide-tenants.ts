import { NAME_TAKEN, NAME_TOO_LONG } from '../problems/name-problems';
import { byKey, sortedEntries } from '../stable-hash';
import { tagList, tagMap } from '../tags';
import type { Text } from '../text';
import type { DecidedEntry } from './decide-entries';
import { type DecidedGroups, type GroupPlace, groupKeys } from './decide-groups';
import { addressesOf, type HostAddresses, type HostRequest, hostKey } from './decide-hosts';
import { imageOf } from './decide-images';
import type { DecidedNetwork } from './decide-networks';
import type { DecidedPlane } from './decide-planes';
import { checkQuota, quotaOf, unlimited } from './decide-quotas';
import { decideSystems } from './decide-systems';
import { type DecidedTier, planeTags, type Surroundings } from './decide-tiers';
import { zoneOfKind } from './decide-zones';
import type { Decision } from './decision';
import { baselineKey } from './ends';
import { PLATFORM, projectKey } from './names';
import type { PortDesign } from './port-design';
import type { ProjectDesign } from './project-design';
import type { RouterDesign } from './router-design';
import type { TenantDesign, TierDesign, VolumeDesign, VpcDesign } from './tenant-design';

/** Keystone's limit for the name of a project. */
const PROJECT_NAME = 64;

/** A department in a plane, before its groups and addresses. */
export interface VpcPlace {
  readonly key: string;
  readonly tenant: string;
  readonly plane: DecidedPlane;
  readonly tiers: readonly DecidedTier[];
  readonly place: string;
}

/** One for each plane in which a department has a tier. */
export function vpcPlaces(decision: Decision, tiers: ReadonlyMap<string, DecidedTier>): readonly VpcPlace[] {
  const places = new Map<string, VpcPlace & { readonly tiers: DecidedTier[] }>();
  for (const tier of tiers.values()) {
    const key = projectKey(tier.tenant, tier.zone.plane.key);
    const known = places.get(key);
    if (known === undefined) {
      const place = decision.place('tenants', tier.tenant);
      places.set(key, { key, tenant: tier.tenant, plane: tier.zone.plane, tiers: [tier], place });
    } else if (known.tenant === tier.tenant) known.tiers.push(tier);
    else
      taken(decision, decision.place('tenants', tier.tenant), key, {
        en: `that of ${known.tenant} in ${known.plane.key}`,
        zh: ` ${known.tenant} 在平面 ${known.plane.key} 中的名称`,
      });
  }
  for (const [tenant] of sortedEntries(decision.values.tenants))
    if (tenant === PLATFORM || Object.hasOwn(decision.values.planes, tenant))
      taken(
        decision,
        decision.place('tenants', tenant),
        tenant,
        tenant === PLATFORM ? { en: 'the platform', zh: '云平台' } : { en: 'a plane', zh: '平面' },
      );
  return [...places.values()].sort((a, b) => byKey(a.key, b.key));
}

function taken(decision: Decision, place: string, name: string, other: Text): void {
  decision.report(NAME_TAKEN.at(place, { what: { en: 'name', zh: '名称' }, name, other }));
}

export function vpcGroups(decision: Decision, { key, tenant, plane, tiers, place }: VpcPlace): GroupPlace[] {
  const tags = tagList(planeTags(decision, plane, tenant));
  const baseline = baselineKey(key);
  return [
    { key: baseline, name: 'baseline', project: key, description: `what every server of ${key} may do`, tags, place },
    ...tiers.map((tier) => ({
      key: tier.key,
      name: tier.key,
      project: key,
      description: `flows of ${tier.key}`,
      tags: tagList(tier.tags),
      place: tier.place,
    })),
  ];
}

/** The gateway of each router on the edge network of its plane. */
export function routerHosts(
  { zones }: Surroundings,
  networks: ReadonlyMap<string, DecidedNetwork>,
  routers: readonly { readonly key: string; readonly plane: DecidedPlane; readonly place: string }[],
): HostRequest[] {
  return routers.flatMap(({ key, plane, place }) => {
    const edge = edgeNetwork(plane, { zones }, networks);
    return edge ? [{ key, network: edge, place }] : [];
  });
}

export function edgeNetwork(
  plane: DecidedPlane,
  { zones }: Pick<Surroundings, 'zones'>,
  networks: ReadonlyMap<string, DecidedNetwork>,
): DecidedNetwork | undefined {
  const edge = zoneOfKind(zones, plane.key, 'E-EDGE', 'I-EDGE');
  return edge && networks.get(`${plane.key}/${edge.key}`);
}

export function project(decision: Decision, owner: string, plane: DecidedPlane, place: string): ProjectDesign {
  const key = projectKey(owner, plane.key);
  const name = `${decision.values.adcode}-${key}`;
  const what = { en: 'a project', zh: '项目' };
  if (name.length > PROJECT_NAME)
    decision.report(NAME_TOO_LONG.at(place, { name, length: name.length, limit: PROJECT_NAME, what }));
  const platform = owner === PLATFORM;
  const department = decision.values.tenants[owner];
  const tags = tagList(planeTags(decision, plane, platform ? undefined : owner));
  return {
    key,
    name,
    plane: plane.key,
    ...(!platform && { tenant: owner }),
    description: platform ? `platform in plane ${plane.key}` : `${department?.name ?? owner}, plane ${plane.key}`,
    quota: platform ? unlimited : (quotaOf(decision, owner) ?? unlimited),
    tags,
    place,
  };
}

export function router(
  key: string,
  name: string,
  edge: DecidedNetwork,
  hosts: HostAddresses,
  networks: readonly DecidedNetwork[],
  tags: readonly string[],
  place: string,
): RouterDesign {
  const network = edge.design.key;
  const addresses = hosts.get(hostKey(network, key)) ?? [];
  const interfaces = networks.flatMap(({ design }) =>
    design.subnets.map((subnet) => ({ network: design.key, subnet: subnet.key })),
  );
  const { plane } = edge.design;
  return { key, name, project: key, plane, gateway: { network, addresses }, interfaces, tags, place };
}

export interface TenantParts {
  readonly networks: ReadonlyMap<string, DecidedNetwork>;
  readonly hosts: HostAddresses;
  readonly groups: DecidedGroups;
  readonly entries: readonly DecidedEntry[];
}

export function decideTenants(
  decision: Decision,
  around: Surroundings,
  vpcs: readonly VpcPlace[],
  parts: TenantParts,
): readonly TenantDesign[] {
  const { domain, contacts } = decision.values;
  return sortedEntries(decision.values.tenants).map(([key, { name }]) => ({
    key,
    name,
    vpcs: vpcs.filter((one) => one.tenant === key).flatMap((one) => vpc(decision, around, one, parts)),
    systems: decideSystems(decision, key),
    dnsZone: { name: `${key}.${domain}.`, email: contacts.network },
    place: decision.place('tenants', key),
  }));
}

function vpc(decision: Decision, around: Surroundings, at: VpcPlace, parts: TenantParts): VpcDesign[] {
  const { key, tenant, plane, place } = at;
  const edge = edgeNetwork(plane, around, parts.networks);
  if (edge === undefined) return [];
  const own = [...parts.networks.values()]
    .filter((one) => one.design.project === key)
    .sort((a, b) => byKey(a.design.key, b.design.key));
  const tags = tagList(planeTags(decision, plane, tenant));
  const tiers = at.tiers.map((one) => tier(decision, one, parts));
  const made = {
    key,
    plane: plane.key,
    router: router(key, key, edge, parts.hosts, own, tags, place),
    networks: own.map((one) => one.design),
    groups: [baselineKey(key), ...at.tiers.map((one) => one.key)].flatMap((group) => parts.groups.get(group) ?? []),
    tiers,
    entries: parts.entries
      .map((one) => one.design)
      .filter((one) => one.plane === plane.key && one.key.startsWith(`${tenant}/`)),
    flavors: [...new Set(tiers.map((one) => one.flavor))].sort(),
    keyContainer: `${key}-keys`,
  };
  const owner = project(decision, tenant, plane, place);
  checkQuota(decision, tenant, made, owner.quota);
  return [{ ...made, project: owner }];
}

function tier(decision: Decision, at: DecidedTier, { networks, groups }: TenantParts): TierDesign {
  const { key, tier: written, zone, pool, place } = at;
  const network = networks.get(key);
  const tags = tagList(at.tags);
  const project = projectKey(at.tenant, zone.plane.key);
  const servers = Array.from({ length: written.servers }, (_, index) => `${key}/${index + 1}`);
  const ports = servers.flatMap((server, index): PortDesign[] => {
    if (network === undefined || index >= network.hosts.room) return [];
    const { v4, v6 } = network.hosts.host(index);
    return [
      {
        key: server,
        name: server,
        network: key,
        project,
        addresses: addressesOf(v4, v6),
        groups: groupKeys(groups, [baselineKey(project), key]),
        description: `server of ${at.system.name}`,
        tags,
        place,
      },
    ];
  });
  const { mlps } = at.system;
  const names = { key, name: key, network: key, zone: zone.key, mlps, pool, flavor: `${pool}/${written.flavor}` };
  const image = imageOf(decision, at);
  const serverGroup = written.servers > 1 ? { serverGroup: { name: key } } : {};
  const volumes = servers.flatMap((server) => volumesOf(decision, at, server));
  return { ...names, ...(image !== undefined && { image }), ports, ...serverGroup, volumes, tags, place };
}

function volumesOf(decision: Decision, at: DecidedTier, server: string): VolumeDesign[] {
  return sortedEntries(at.tier.volumes).map(([key, { sizeGiB, class: type, backup }]) => ({
    key: `${server}/${key}`,
    name: `${server}/${key}`,
    sizeGiB,
    type,
    backup,
    metadata: tagMap({ ...at.tags, backupTier: backup }),
    place: decision.place('tenants', at.tenant, 'systems', at.systemKey, 'tiers', at.tierKey, 'volumes', key),
  }));
}
