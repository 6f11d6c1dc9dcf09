import { HOST_SMALL, POOL_FULL, POOL_HOSTS } from '../problems/capacity-problems';
import { sortedEntries } from '../stable-hash';
import type { DecidedPlane } from './decide-planes';
import { type DecidedTier, platformTags } from './decide-tiers';
import type { Decision } from './decision';
import type { SiteDesign } from './design';
import { platformName } from './names';
import type { AggregateDesign, FlavorDesign, PoolDesign } from './pool-design';

type WrittenPool = Decision['values']['pools'][string];

/** Traits of the domestic stacks; `os-traits` names the two common architectures, the others are custom. */
const ARCH_TRAITS = {
  x86_64: 'HW_ARCH_X86_64',
  aarch64: 'HW_ARCH_AARCH64',
  loongarch64: 'CUSTOM_ARCH_LOONGARCH64',
  sw64: 'CUSTOM_ARCH_SW64',
} as const;

/** Pools with their aggregates and flavors; what their tiers want together must fit. */
export function decidePools(
  decision: Decision,
  planes: ReadonlyMap<string, DecidedPlane>,
  tiers: ReadonlyMap<string, DecidedTier>,
): readonly PoolDesign[] {
  return sortedEntries(decision.values.pools).flatMap(([key, written]) => {
    const what = { en: 'plane', zh: '平面' };
    const at = decision.place('pools', key, 'plane');
    const plane = decision.find(planes, written.plane, what, at, decision.values.planes);
    if (plane === undefined) return [];
    const { arch, xinchuang, mlps, hosts, perHost, overcommit } = written;
    const capacity = {
      vcpus: Math.floor(hosts * perHost.vcpus * overcommit.vcpus),
      memoryGiB: Math.floor(hosts * perHost.memoryGiB * overcommit.memory),
    };
    const wanted = wantedBy(decision, key, tiers);
    const place = decision.place('pools', key);
    for (const [name, zh] of [
      ['vcpus', '个虚拟 CPU'],
      ['memoryGiB', 'GiB 内存'],
    ] as const)
      if (wanted[name] > capacity[name])
        decision.report(
          POOL_FULL.at(place, {
            pool: key,
            what: { en: name === 'vcpus' ? 'virtual processors' : 'GiB of memory', zh },
            wanted: wanted[name],
            has: capacity[name],
          }),
        );
    checkSpread(decision, key, hosts, tiers);
    checkFit(decision, key, written, tiers);
    const aggregates = zonesOf(decision, key, written, plane.site).map((zone) =>
      aggregate(decision, key, zone, written),
    );
    const flavors = sortedEntries(decision.values.flavors).map(([size, one]) =>
      flavor(decision, key, size, one, written),
    );
    const site = plane.site.key;
    return [{ key, plane: plane.key, site, arch, xinchuang, mlps, aggregates, flavors, capacity, wanted, place }];
  });
}

/** Servers of one tier never share a host. */
function checkSpread(decision: Decision, pool: string, hosts: number, tiers: ReadonlyMap<string, DecidedTier>): void {
  for (const { key, pool: own, tier, place } of tiers.values())
    if (own === pool && tier.servers > hosts)
      decision.report(POOL_HOSTS.at(place, { tier: key, servers: tier.servers, pool, hosts }));
}

/** A server runs on one host, whatever the pool holds in all. */
function checkFit(
  decision: Decision,
  pool: string,
  { perHost }: WrittenPool,
  tiers: ReadonlyMap<string, DecidedTier>,
): void {
  for (const { key, pool: own, tier, place } of tiers.values()) {
    const size = new Map(Object.entries(decision.values.flavors)).get(tier.flavor);
    if (own === pool && size && (size.vcpus > perHost.vcpus || size.memoryGiB > perHost.memoryGiB))
      decision.report(HOST_SMALL.at(place, { tier: key, size, pool, perHost }));
  }
}

function wantedBy(decision: Decision, pool: string, tiers: ReadonlyMap<string, DecidedTier>) {
  const wanted = { vcpus: 0, memoryGiB: 0 };
  for (const { pool: own, tier } of tiers.values()) {
    const size = decision.values.flavors[tier.flavor];
    if (own !== pool || size === undefined) continue;
    wanted.vcpus += size.vcpus * tier.servers;
    wanted.memoryGiB += size.memoryGiB * tier.servers;
  }
  return wanted;
}

function zonesOf(decision: Decision, pool: string, written: WrittenPool, site: SiteDesign): readonly string[] {
  const known = new Map(site.zones.map((zone) => [zone, zone]));
  const what = { en: `availability zone of site ${site.key}`, zh: `站点 ${site.key} 的可用区` };
  return (written.zones ?? site.zones)
    .filter((zone) => decision.find(known, zone, what, decision.place('pools', pool, 'zones')) !== undefined)
    .sort();
}

function aggregate(decision: Decision, pool: string, zone: string, written: WrittenPool): AggregateDesign {
  const key = `${pool}/${zone}`;
  const { plane, arch, vendor, xinchuang, mlps } = written;
  const tags = { ...platformTags(decision), arch, mlps, plane, pool, xinchuang, ...(vendor && { vendor }) };
  const metadata = Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)]));
  return { key, name: platformName(decision, key), zone, metadata };
}

function flavor(
  decision: Decision,
  pool: string,
  size: string,
  { vcpus, memoryGiB, diskGiB }: Decision['values']['flavors'][string],
  { plane, arch, xinchuang }: WrittenPool,
): FlavorDesign {
  const key = `${pool}/${size}`;
  const extraSpecs = {
    'aggregate_instance_extra_specs:plane': plane,
    'aggregate_instance_extra_specs:pool': pool,
    [`trait:${ARCH_TRAITS[arch]}`]: 'required',
    ...(xinchuang && { 'trait:CUSTOM_XINCHUANG': 'required' }),
  };
  return { key, name: platformName(decision, key), vcpus, ramMiB: memoryGiB * 1024, diskGiB, extraSpecs };
}
