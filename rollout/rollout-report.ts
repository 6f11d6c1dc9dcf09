import type { Failure } from './failure';
import { isHalted } from './next-steps';
import type { MemberStatus } from './rollout-member';
import type { Approval, RolloutState } from './rollout-state';

export const memberStatuses: readonly MemberStatus[] = [
  'done',
  'failed',
  'applying',
  'verifying',
  'preflighted',
  'untouched',
  'skipped',
];

/** What became of a rollout. Times are ISO 8601, durations seconds. */
export interface RolloutReport {
  readonly rollout: string;
  readonly outcome: 'planned' | 'running' | 'paused' | 'halted' | 'stopped' | 'done';
  readonly plannedBy: string;
  readonly startedBy: string | undefined;
  readonly created: string;
  readonly started: string | undefined;
  readonly ended: string | undefined;
  readonly selection: string;
  readonly totals: Readonly<Record<MemberStatus, number>>;
  readonly approvals: readonly { readonly by: string; readonly at: string; readonly through: number }[];
  readonly members: readonly ReportedMember[];
}

export interface ReportedMember {
  readonly id: string;
  readonly wave: number;
  readonly status: MemberStatus;
  /** Hash of the plan. */
  readonly plan: string | undefined;
  readonly changes: number;
  readonly applies: number;
  readonly seconds: number | undefined;
  readonly failure: Failure | undefined;
}

const time = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

export function reportOf(state: RolloutState): RolloutReport {
  const members = [...state.members.values()];
  return {
    rollout: state.rollout,
    outcome: outcomeOf(state),
    plannedBy: state.by,
    startedBy: state.startedBy,
    created: time(state.createdAt) ?? '',
    started: time(state.startedAt),
    ended: time(state.endedAt),
    selection: state.settings.selection,
    totals: totalsOf(state),
    approvals: state.approvals.map(({ by, at, through }: Approval) => ({ by, at: time(at) ?? '', through })),
    members: members
      .map((one) => ({
        id: one.id,
        wave: one.wave,
        status: one.status,
        plan: one.plan,
        changes: one.changes,
        applies: one.applies,
        seconds: one.begun === undefined || one.ended === undefined ? undefined : (one.ended - one.begun) / 1000,
        failure: one.failure,
      }))
      .sort((a, b) => a.wave - b.wave || (a.id < b.id ? -1 : 1)),
  };
}

/** How many members are how far; all together the number of members. */
export function totalsOf({ members }: RolloutState): Readonly<Record<MemberStatus, number>> {
  const totals = Object.fromEntries(memberStatuses.map((one) => [one, 0])) as Record<MemberStatus, number>;
  for (const { status } of members.values()) totals[status] += 1;
  return totals;
}

export function outcomeOf(state: RolloutState): RolloutReport['outcome'] {
  if (state.finished) return 'done';
  if (state.stoppedBy !== undefined) return 'stopped';
  if (state.startedAt === undefined) return 'planned';
  if (state.paused) return 'paused';
  return isHalted(state) ? 'halted' : 'running';
}
