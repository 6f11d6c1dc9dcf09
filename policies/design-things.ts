import type { Design } from '../model/design/design';
import type { EntryDesign } from '../model/design/entry-design';
import type { ImageDesign } from '../model/design/image-design';
import type { PlaneDesign, ZoneDesign } from '../model/design/plane-design';
import type { SystemDesign } from '../model/design/system-design';
import type { TierDesign, VolumeDesign } from '../model/design/tenant-design';
import { zoneKinds } from '../model/zone-kind';
import type { Subject } from './subject';
import type { Thing } from './thing';

export type Of<K extends string, T> = Thing & { readonly [P in K]: T };

/** The Design of a subject. Only for policies whose scope is `design`, which nobody asks without one. */
export function designOf({ design }: Subject): Design {
  if (design === undefined) throw new Error('there is no design');
  return design;
}

export function planes(subject: Subject): readonly Of<'plane', PlaneDesign>[] {
  return designOf(subject).planes.map((plane) => ({ ...subject.part('plane', plane), plane }));
}

/** Planes in which departments have their servers. */
export function businessPlanes(subject: Subject): readonly Of<'plane', PlaneDesign>[] {
  return planes(subject).filter(({ plane }) => plane.role === 'extranet' || plane.role === 'internet');
}

export function zones(subject: Subject): readonly Of<'zone', ZoneDesign>[] {
  return designOf(subject).planes.flatMap((plane) =>
    plane.zones.map((zone) => {
      const { place, mlps } = zone;
      return { ...subject.part('zone', { key: zoneName(zone), place }, mlps), zone };
    }),
  );
}

/** Zones where the cloud meets the outside. */
export function edgeZones(subject: Subject): readonly Of<'zone', ZoneDesign>[] {
  return zones(subject).filter(({ zone }) => zone.kind === 'I-EDGE' || zone.kind === 'E-EDGE');
}

/** Zones in which departments have servers. */
export function tenantZones(subject: Subject): readonly Of<'zone', ZoneDesign>[] {
  return zones(subject).filter(({ zone }) => zoneKinds[zone.kind].tenancy === 'tenant');
}

/** `extranet/dept`. */
export function zoneName({ plane, key }: Pick<ZoneDesign, 'plane' | 'key'>): string {
  return `${plane}/${key}`;
}

export function systems(subject: Subject): readonly Of<'system', SystemDesign>[] {
  return designOf(subject).tenants.flatMap((tenant) =>
    tenant.systems.map((system) => ({ ...subject.part('system', system, system.mlps), system })),
  );
}

export interface TierThing extends Thing {
  readonly tier: TierDesign;
  readonly plane: string;
  readonly system: SystemDesign | undefined;
}

/** Made once for a subject: nearly every policy of a Design looks at them. */
const knownTiers = new WeakMap<Subject, readonly TierThing[]>();

export function tiers(subject: Subject): readonly TierThing[] {
  const made = knownTiers.get(subject) ?? tiersOf(subject);
  knownTiers.set(subject, made);
  return made;
}

function tiersOf(subject: Subject): readonly TierThing[] {
  return designOf(subject).tenants.flatMap(({ systems: all, vpcs }) => {
    const byKey = new Map(all.map((one) => [one.key, one]));
    return vpcs.flatMap(({ plane, tiers: own }) =>
      own.map((tier) => {
        const system = byKey.get(tier.key.split('/').slice(0, 2).join('/'));
        return { ...subject.part('tier', tier, tier.mlps), tier, plane, system };
      }),
    );
  });
}

export interface VolumeThing extends Thing {
  readonly volume: VolumeDesign;
  readonly tier: TierDesign;
  readonly system: SystemDesign | undefined;
}

export function volumes(subject: Subject): readonly VolumeThing[] {
  return tiers(subject).flatMap(({ tier, system }) =>
    tier.volumes.map((volume) => ({ ...subject.part('volume', volume, tier.mlps), volume, tier, system })),
  );
}

export function entries(subject: Subject): readonly Of<'entry', EntryDesign>[] {
  const levels = new Map(tiers(subject).map((one) => [one.tier.key, one.tier.mlps]));
  return designOf(subject).tenants.flatMap(({ vpcs }) =>
    vpcs.flatMap((vpc) =>
      vpc.entries.map((entry) => ({ ...subject.part('entry', entry, levels.get(entry.key)), entry })),
    ),
  );
}

export interface ImageThing extends Thing {
  readonly image: ImageDesign;
  /** Whether a tier of an important system boots from it. */
  readonly important: boolean;
}

/** Images that tiers boot from, each at the highest level of those. */
export function images(subject: Subject): readonly ImageThing[] {
  const users = tiers(subject);
  return designOf(subject).assurance.images.map((image) => {
    const own = users.filter(({ tier }) => tier.image === image.key);
    const level = Math.max(...own.map(({ tier }) => tier.mlps));
    const important = own.some(({ system }) => system?.importance === 'high');
    return { ...subject.part('image', image, level), image, important };
  });
}
