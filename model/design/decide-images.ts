import { IMAGE_ARCH } from '../problems/tier-problems';
import { sortedEntries } from '../stable-hash';
import type { DecidedTier } from './decide-tiers';
import type { Decision } from './decision';
import type { ImageDesign, VolumeClassDesign } from './image-design';

const what = { en: 'image', zh: '镜像' };

/** The image of a tier: its own, or that of its pool; undefined where neither says one. */
export function imageOf(decision: Decision, { tier, pool }: DecidedTier): string | undefined {
  return tier.image ?? decision.values.pools[pool]?.image;
}

/** Images that tiers boot from; each must be known, and of the architecture of the hosts. */
export function decideImages(decision: Decision, tiers: ReadonlyMap<string, DecidedTier>): readonly ImageDesign[] {
  const all = new Map(Object.entries(decision.values.images));
  const used = new Set<string>();
  for (const [key, { image, arch }] of sortedEntries(decision.values.pools))
    if (image !== undefined) check(decision, all, image, arch, `pool ${key}`, decision.place('pools', key, 'image'));
  for (const at of tiers.values()) {
    const { tenant, systemKey, tierKey, tier, pool } = at;
    const arch = decision.values.pools[pool]?.arch;
    const place = decision.place('tenants', tenant, 'systems', systemKey, 'tiers', tierKey, 'image');
    if (tier.image !== undefined && arch !== undefined) check(decision, all, tier.image, arch, at.key, place);
    const image = imageOf(decision, at);
    if (image !== undefined) used.add(image);
  }
  return sortedEntries(decision.values.images)
    .filter(([key]) => used.has(key))
    .map(([key, image]) => ({ key, ...image, place: decision.place('images', key) }));
}

function check(
  decision: Decision,
  all: ReadonlyMap<string, Decision['values']['images'][string]>,
  name: string,
  arch: string,
  holder: string,
  place: string,
): void {
  const found = decision.find(all, name, what, place);
  if (found !== undefined && found.arch !== arch)
    decision.report(IMAGE_ARCH.at(place, { image: name, arch: found.arch, holder, needs: arch }));
}

/** Volume classes that tiers use. */
export function decideVolumeClasses(
  decision: Decision,
  tiers: ReadonlyMap<string, DecidedTier>,
): readonly VolumeClassDesign[] {
  const used = new Set([...tiers.values()].flatMap(({ tier }) => Object.values(tier.volumes).map((one) => one.class)));
  return sortedEntries(decision.values.volumeClasses)
    .filter(([key]) => used.has(key))
    .map(([key, one]) => ({ key, ...one, place: decision.place('volumeClasses', key) }));
}
