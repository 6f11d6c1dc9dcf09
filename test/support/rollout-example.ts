import type { RolloutEvent } from '../../rollout/rollout-event';
import type { RolloutMember } from '../../rollout/rollout-member';
import type { RolloutSettings } from '../../rollout/rollout-settings';
import { planWaves } from '../../rollout/waves';

export const settings: RolloutSettings = {
  selection: '',
  exclude: [],
  canary: 1,
  wave: 2,
  jobs: 2,
  maxFailures: 1,
  fourEyes: true,
  approvalHours: 24,
  windows: [],
  frozen: [],
};

/** A county in a region of its own; the digits are those of its code behind the province's. */
export function county(digits: string, region = `r${digits}`): RolloutMember {
  return { id: `c${digits}`, adcode: `13${digits}`, sites: [{ region, adcode: `13${digits}` }] };
}

/** Counties in as many places: 13AABB. */
export function counties(count: number): readonly RolloutMember[] {
  return Array.from({ length: count }, (_, i) => county(`${11 + Math.floor(i / 80)}${11 + (i % 80)}`));
}

export function created(members: readonly RolloutMember[], own: Partial<RolloutSettings> = {}): RolloutEvent {
  const all = { ...settings, ...own };
  const waves = planWaves(members, all);
  return { at: 0, type: 'created', rollout: 'r', by: 'li', settings: all, members, waves };
}

/** All preflighted and started. */
export function started(members: readonly RolloutMember[], own: Partial<RolloutSettings> = {}): RolloutEvent[] {
  return [
    created(members, own),
    ...members.map(({ id }): RolloutEvent => ({ at: 1, type: 'preflighted', id, plan: `plan-${id}`, changes: 1 })),
    { at: 2, type: 'started', by: 'li' },
  ];
}

/** What an environment that was applied and verified leaves. */
export function done(id: string, at = 3): RolloutEvent[] {
  return (['applying', 'applied', 'verified'] as const).map((type) => ({ at, type, id }));
}
