import type { EnvironmentValues } from '../environment/environment-schema';
import { ENTRY_ZONE } from '../problems/entry-problems';
import { LEVEL_TOO_HIGH, STAGE_ZONE, TIER_POOL, TIER_SITE, TIER_ZONE } from '../problems/tier-problems';
import { sortedEntries } from '../stable-hash';
import type { TagValues } from '../tags';
import { type ZoneKind, zoneKinds } from '../zone-kind';
import type { DecidedPlane } from './decide-planes';
import { importanceOf, ownerOf } from './decide-systems';
import type { DecidedZone } from './decide-zones';
import type { Decision } from './decision';

type Tenants = EnvironmentValues['tenants'];
export type WrittenTenant = Tenants[string];
export type WrittenSystem = WrittenTenant['systems'][string];
export type WrittenTier = WrittenSystem['tiers'][string];
type WrittenPool = EnvironmentValues['pools'][string];

/** Equal servers of one system, with the place that they have found in the cloud. */
export interface DecidedTier {
  /** `finance/budget/app`. */
  readonly key: string;
  readonly tenant: string;
  readonly systemKey: string;
  readonly tierKey: string;
  readonly system: WrittenSystem;
  readonly tier: WrittenTier;
  readonly zone: DecidedZone;
  readonly pool: string;
  readonly tags: TagValues;
  readonly place: string;
}

export interface Surroundings {
  readonly planes: ReadonlyMap<string, DecidedPlane>;
  readonly zones: ReadonlyMap<string, DecidedZone>;
}

/** Zones in which users may reach a tier; trust 3 and more have no public address (INV-2). */
const ENTRY_KINDS: readonly ZoneKind[] = ['I-APP', 'E-PUB', 'E-DEPT'];

/** Tiers by key. One that has no place is left out, with the problem that says why. */
export function decideTiers(decision: Decision, around: Surroundings): ReadonlyMap<string, DecidedTier> {
  const tiers = new Map<string, DecidedTier>();
  for (const [tenant, { systems }] of sortedEntries(decision.values.tenants))
    for (const [systemKey, system] of sortedEntries(systems)) {
      const place = decision.place('tenants', tenant, 'systems', systemKey, 'mlps');
      const what = { en: `${tenant}/${systemKey}`, zh: `系统 ${tenant}/${systemKey} ` };
      const cloud = { holder: { en: 'the cloud', zh: '云平台' }, holderLevel: decision.values.mlps };
      if (system.mlps > cloud.holderLevel)
        decision.report(LEVEL_TOO_HIGH.at(place, { what, level: system.mlps, ...cloud }));
      for (const [tierKey, tier] of sortedEntries(system.tiers)) {
        const at = new TierPlace(decision, around, { tenant, systemKey, tierKey, system, tier });
        const decided = at.decide();
        if (decided !== undefined) tiers.set(decided.key, decided);
      }
    }
  return tiers;
}

class TierPlace {
  private readonly key: string;

  constructor(
    private readonly decision: Decision,
    private readonly around: Surroundings,
    private readonly written: {
      readonly tenant: string;
      readonly systemKey: string;
      readonly tierKey: string;
      readonly system: WrittenSystem;
      readonly tier: WrittenTier;
    },
  ) {
    this.key = `${written.tenant}/${written.systemKey}/${written.tierKey}`;
  }

  decide(): DecidedTier | undefined {
    const { system, tier } = this.written;
    const zone = this.zone();
    this.checkVolumes();
    const { decision } = this;
    decision.find(
      new Map(Object.entries(decision.values.flavors)),
      tier.flavor,
      { en: 'flavor', zh: '规格' },
      this.place('flavor'),
    );
    if (zone === undefined) return undefined;
    const { kind } = zone;
    if (zoneKinds[kind].tenancy === 'platform')
      this.decision.report(TIER_ZONE.at(this.place('zone'), { tier: this.key, zone: zone.key, kind }));
    if ((kind === 'T-TEST') !== (system.stage !== 'prod'))
      this.decision.report(STAGE_ZONE.at(this.place('zone'), { tier: this.key, stage: system.stage, kind }));
    if (tier.entry !== undefined && !ENTRY_KINDS.includes(kind))
      this.decision.report(ENTRY_ZONE.at(this.place('entry'), { tier: this.key, kind, trust: zoneKinds[kind].trust }));
    this.checkLevel(`zone ${zone.plane.key}/${zone.key}`, `区域 ${zone.plane.key}/${zone.key} `, zone.mlps, 'zone');
    const pool = this.pool(zone.plane.key);
    if (pool === undefined) return undefined;
    const { tenant, systemKey, tierKey } = this.written;
    const tags = this.tags(zone, pool.key, pool.written.xinchuang);
    const place = this.place();
    return { key: this.key, tenant, systemKey, tierKey, system, tier, zone, pool: pool.key, tags, place };
  }

  private place(...field: string[]): string {
    const { tenant, systemKey, tierKey } = this.written;
    return this.decision.place('tenants', tenant, 'systems', systemKey, 'tiers', tierKey, ...field);
  }

  private zone(): DecidedZone | undefined {
    const { plane, zone } = this.written.tier;
    const { planes, zones } = this.decision.values;
    const found = this.decision.find(
      this.around.planes,
      plane,
      { en: 'plane', zh: '平面' },
      this.place('plane'),
      planes,
    );
    if (found === undefined) return undefined;
    if (found.site.role !== 'primary')
      this.decision.report(TIER_SITE.at(this.place('plane'), { tier: this.key, plane, site: found.site.key }));
    const inPlane = Array.from(this.around.zones.values()).filter((one) => one.plane.key === plane);
    const byKey = new Map(inPlane.map((one) => [one.key, one]));
    return this.decision.find(
      byKey,
      zone,
      { en: `zone of plane ${plane}`, zh: `平面 ${plane} 的区域` },
      this.place('zone'),
      zones[plane],
    );
  }

  /** The pool that is named, or the first by key of the plane and level. */
  private pool(plane: string): { readonly key: string; readonly written: WrittenPool } | undefined {
    const { tier, system } = this.written;
    const all = sortedEntries(this.decision.values.pools);
    const level = system.mlps;
    const found =
      tier.pool === undefined
        ? all.find(([, pool]) => pool.plane === plane && pool.mlps >= level)
        : all.find(([key]) => key === tier.pool);
    if (tier.pool !== undefined && found === undefined) {
      const what = { en: 'pool', zh: '资源池' };
      this.decision.find(new Map(all), tier.pool, what, this.place('pool'));
      return undefined;
    }
    if (found === undefined || found[1].plane !== plane) {
      this.decision.report(TIER_POOL.at(this.place('pool'), { tier: this.key, plane, level }));
      return undefined;
    }
    const [key, written] = found;
    this.checkLevel(`pool ${key}`, `资源池 ${key} `, written.mlps, 'pool');
    return { key, written };
  }

  private checkLevel(en: string, zh: string, holderLevel: number, field: string): void {
    const level = this.written.system.mlps;
    const what = { en: this.key, zh: `${this.key} ` };
    if (level > holderLevel)
      this.decision.report(LEVEL_TOO_HIGH.at(this.place(field), { what, level, holder: { en, zh }, holderLevel }));
  }

  private checkVolumes(): void {
    const classes = new Map(Object.entries(this.decision.values.volumeClasses));
    for (const [key, volume] of sortedEntries(this.written.tier.volumes)) {
      const what = { en: 'volume class', zh: '云硬盘类型' };
      this.decision.find(classes, volume.class, what, this.place('volumes', key, 'class'));
    }
  }

  private tags(zone: DecidedZone, pool: string, xinchuang: boolean): TagValues {
    const { tenant, systemKey, tierKey, system } = this.written;
    const { mlps, stage, dataClass, pii } = system;
    const names = { zone: zone.key, pool, system: systemKey, tier: tierKey, importance: importanceOf(system) };
    const owned = planeTags(this.decision, zone.plane, tenant);
    return { ...owned, ...names, mlps, stage, dataClass, pii, xinchuang };
  }
}

/** What every resource of the cloud carries. */
export function platformTags(decision: Decision): TagValues {
  const { adcode, provider, contract } = decision.values;
  return { adcode, provider, ...(contract !== undefined && { contract }) };
}

/** By plane, then by department: hundreds of resources carry the same. */
const ownTags = new WeakMap<DecidedPlane, Map<string | undefined, TagValues>>();

/** What every resource of a plane carries: with a department, what it owns there. */
export function planeTags(decision: Decision, plane: DecidedPlane, tenant?: string): TagValues {
  const known = ownTags.get(plane) ?? new Map<string | undefined, TagValues>();
  ownTags.set(plane, known);
  const tags = known.get(tenant) ?? tagsOf(decision, plane, tenant);
  known.set(tenant, tags);
  return tags;
}

function tagsOf(decision: Decision, { key, site }: DecidedPlane, tenant: string | undefined): TagValues {
  const { provider, tenants } = decision.values;
  const owner = tenant === undefined ? provider : ownerOf(tenant, tenants[tenant]);
  const tags = { ...platformTags(decision), plane: key, site: site.key, owner };
  return tenant === undefined ? tags : { ...tags, dept: tenant };
}
