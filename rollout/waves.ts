import { Jurisdiction } from '../model/jurisdiction';
import { byKey } from '../model/stable-hash';
import type { RolloutMember } from './rollout-member';
import type { RolloutSettings } from './rollout-settings';

/** Ids in the order of their waves; wave 0 are the canaries. */
export type Waves = readonly (readonly string[])[];

/**
 * Canaries, then waves of at most `wave` environments. Laws: every member is in exactly one wave; two that may fail
 * together are never in one. Counties go first, then cities, then provinces: a mistake meets the smallest first.
 */
export function planWaves(
  members: readonly RolloutMember[],
  { canary, wave }: Pick<RolloutSettings, 'canary' | 'wave'>,
): Waves {
  const ordered = [...members].sort((a, b) => depthOf(b) - depthOf(a) || byKey(a.id, b.id));
  const canaries = new Rack(canary);
  const racks: Rack[] = [];
  for (const member of ordered) {
    if (canaries.takes(member)) canaries.add(member);
    else {
      let rack = racks.find((one) => one.takes(member));
      if (rack === undefined) {
        rack = new Rack(wave);
        racks.push(rack);
      }
      rack.add(member);
    }
  }
  return [canaries.ids, ...racks.map(({ ids }) => ids)];
}

function depthOf({ adcode }: RolloutMember): number {
  const level = Jurisdiction.parse(adcode)?.level;
  return level === 'province' ? 0 : level === 'city' ? 1 : 2;
}

/**
 * Whether two environments may fail together or one is what the other falls back on: a region of OpenStack or a place
 * of a site in common (a province's disaster-recovery site stands in the city whose own cloud stands there), or one is
 * the division above the other.
 */
export function shareFate(a: RolloutMember, b: RolloutMember): boolean {
  const keys = new Set(placesOf(a));
  if (placesOf(b).some((key) => keys.has(key))) return true;
  const [above, below] = [Jurisdiction.parse(a.adcode), Jurisdiction.parse(b.adcode)];
  return above !== undefined && below !== undefined && (above.contains(below) || below.contains(above));
}

function placesOf({ id, sites }: RolloutMember): readonly string[] {
  return [`id ${id}`, ...sites.flatMap(({ region, adcode }) => [`region ${region}`, `place ${adcode}`])];
}

/** A wave that fills. What its members stand on is kept by key, so that thousands of them are placed quickly. */
class Rack {
  readonly ids: string[] = [];
  private readonly taken = new Set<string>();
  private readonly above = new Set<string>();

  constructor(private readonly size: number) {}

  takes(member: RolloutMember): boolean {
    if (this.ids.length >= this.size) return false;
    if (placesOf(member).some((key) => this.taken.has(key))) return false;
    return !this.above.has(member.adcode) && !lineOf(member).some((code) => this.taken.has(`code ${code}`));
  }

  add(member: RolloutMember): void {
    this.ids.push(member.id);
    for (const key of [...placesOf(member), `code ${member.adcode}`]) this.taken.add(key);
    for (const code of lineOf(member)) this.above.add(code);
  }
}

/** The division itself and all above it; of a member that has none, nothing. */
function lineOf({ adcode }: RolloutMember): readonly string[] {
  const code = Jurisdiction.parse(adcode);
  if (code === undefined) return [];
  return [adcode, ...(code.parent === undefined ? [] : [code.parent]), code.province];
}
