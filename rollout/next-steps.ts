import type { MemberState, RolloutState } from './rollout-state';
import { opensAt } from './window';

export interface Step {
  readonly kind: 'preflight' | 'apply' | 'verify';
  readonly id: string;
}

/** Why nothing more is done now. */
export type Waiting =
  /** Something is worked on; at `until` there may be more to do beside it. */
  | { readonly for: 'work'; readonly until?: number }
  /** At `until`, milliseconds of the epoch, there is something to do. */
  | { readonly for: 'window' | 'soak' | 'retry'; readonly until: number }
  /** A person's word. */
  | { readonly for: 'preflight' | 'start' | 'approval' | 'review' | 'budget' | 'pause' | 'never' }
  | { readonly for: 'end'; readonly outcome: 'done' | 'stopped' };

export interface Next {
  readonly steps: readonly Step[];
  /** What is waited for where there are no steps. */
  readonly waiting: Waiting;
}

const HOUR = 3_600_000;
const none = (waiting: Waiting): Next => ({ steps: [], waiting });

/**
 * What may be done now, given what is being worked on: nothing beyond the wave that is open and approved, nothing once
 * the budget of failures is used up. What a killed engine left half-done comes back as the step that it was at.
 */
export function nextSteps(state: RolloutState, now: number, running: ReadonlySet<string> = new Set()): Next {
  const members = [...state.members.values()];
  const room = Math.max(0, state.settings.jobs - running.size);
  if (state.finished) return none({ for: 'end', outcome: 'done' });
  if (state.stoppedBy !== undefined)
    return none(running.size > 0 ? { for: 'work' } : { for: 'end', outcome: 'stopped' });
  const wait = (waiting: Waiting): Next => none(running.size > 0 ? beside(waiting) : waiting);
  if (state.startedAt === undefined)
    return preflight(
      members.filter(({ id }) => !running.has(id)),
      now,
      room,
      wait,
    );
  if (state.paused) return wait({ for: 'pause' });
  const toDo = members.filter(({ status }) => !isEnded(status));
  if (toDo.length === 0) return wait(isHalted(state) ? { for: 'budget' } : { for: 'end', outcome: 'done' });
  const wave = toDo.reduce((least, one) => Math.min(least, one.wave), Number.POSITIVE_INFINITY);
  const gate: Waiting | undefined = isSpent(state) ? { for: 'budget' } : gateOf(state, wave, now);
  // What was begun is brought to its end whatever the gate says now.
  const open = toDo.filter((one) => !running.has(one.id) && one.wave === wave && (gate === undefined || isBegun(one)));
  const waits: Waiting[] = [];
  // When a window opens takes long to say: it is asked only of those that there is room for.
  const steps: Step[] = [];
  for (const one of open) {
    if (steps.length >= room) break;
    const step = stepOf(one, state, now, waits);
    if (step !== undefined) steps.push(step);
  }
  if (steps.length > 0) return { steps, waiting: { for: 'work' } };
  return wait(soonest(waits) ?? gate ?? { for: 'work' });
}

function beside(waiting: Waiting): Waiting {
  return { for: 'work', ...(hasTime(waiting) && { until: waiting.until }) };
}

function preflight(idle: readonly MemberState[], now: number, room: number, wait: (waiting: Waiting) => Next): Next {
  const open = idle.filter(({ status }) => status === 'untouched');
  const ready = open.filter(({ again }) => again === undefined || again <= now);
  const steps = ready.slice(0, room).map(({ id }): Step => ({ kind: 'preflight', id }));
  if (steps.length > 0) return { steps, waiting: { for: 'work' } };
  if (ready.length > 0) return wait({ for: 'work' });
  if (open.length > 0) return wait({ for: 'retry', until: Math.min(...open.map(({ again = now }) => again)) });
  return wait(idle.some(({ status }) => status === 'failed') ? { for: 'preflight' } : { for: 'start' });
}

function isEnded(status: MemberState['status']): boolean {
  return status === 'done' || status === 'failed' || status === 'skipped';
}

function isBegun({ status }: MemberState): boolean {
  return status === 'applying' || status === 'verifying';
}

/** Whether the budget of failures is used up. */
export function isSpent({ members, settings, startedAt }: RolloutState): boolean {
  if (startedAt === undefined) return false;
  const failed = [...members.values()].filter(({ status }) => status === 'failed');
  return failed.length >= settings.maxFailures || failed.some(({ wave }) => wave === 0);
}

/** Whether it goes on only by a person's word: the budget is used up, or nothing but failures is left. */
export function isHalted(state: RolloutState): boolean {
  const members = [...state.members.values()];
  return (
    isSpent(state) || (members.every(({ status }) => isEnded(status)) && members.some((one) => one.status === 'failed'))
  );
}

/** What keeps a wave after the canaries closed; `undefined` where it is open. */
function gateOf(state: RolloutState, wave: number, now: number): Waiting | undefined {
  const { approvals, settings, canariesAt, startedAt } = state;
  if (wave === 0) return undefined;
  const holds = approvals.some(({ at, through }) => through >= wave && now < at + settings.approvalHours * HOUR);
  if (holds) return undefined;
  if (settings.soakMinutes === undefined) return { for: 'approval' };
  const until = (canariesAt ?? startedAt ?? now) + settings.soakMinutes * 60_000;
  return now >= until ? undefined : { for: 'soak', until };
}

function stepOf(one: MemberState, { settings }: RolloutState, now: number, waits: Waiting[]): Step | undefined {
  if (one.again !== undefined && one.again > now) {
    waits.push({ for: 'retry', until: one.again });
    return undefined;
  }
  if (one.status === 'verifying') return { kind: 'verify', id: one.id };
  // Without a plan there is none that anybody looked at: only after a preflight that failed was tried again.
  if (one.plan === undefined) return { kind: 'preflight', id: one.id };
  if (one.plan !== one.accepted) {
    waits.push({ for: 'review' });
    return undefined;
  }
  const opens = one.status === 'applying' ? now : opensAt(settings, one, now);
  if (opens !== undefined && opens <= now) return { kind: 'apply', id: one.id };
  waits.push(opens === undefined ? { for: 'never' } : { for: 'window', until: opens });
  return undefined;
}

/** A time is waited for before a person: the engine goes on by itself as long as it can. */
function soonest(waits: readonly Waiting[]): Waiting | undefined {
  const timed = waits.flatMap((one) => (hasTime(one) ? [one] : [])).sort((a, b) => a.until - b.until);
  return timed[0] ?? waits[0];
}

/** Whether the end of the waiting is known. */
export function hasTime(waiting: Waiting): waiting is Waiting & { readonly until: number } {
  return 'until' in waiting && waiting.until !== undefined;
}
