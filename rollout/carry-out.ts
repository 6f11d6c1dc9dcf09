import { type Failure, failureOf, retryAfter } from './failure';
import type { Step } from './next-steps';
import type { NewEvent } from './rollout-event';
import type { RolloutState } from './rollout-state';
import type { Planned, RolloutWork, Worked } from './rollout-work';

/** How a step ended, whatever its kind. */
export type StepEnd = Worked<Partial<Planned> & { readonly replanned?: Planned }>;

/** Carries out one step. `plan` is the hash of what was accepted. Never rejects. */
export async function carryOut(work: RolloutWork, step: Step, plan: string, signal: AbortSignal): Promise<StepEnd> {
  const { kind, id } = step;
  try {
    if (kind === 'preflight') return await work.preflight(id, signal);
    return await (kind === 'apply' ? work.apply(id, plan, signal) : work.verify(id, signal));
  } catch (error) {
    // One environment's surprise costs that environment.
    return { ok: false, failure: failureOf(1, [error instanceof Error ? error.message : `${error}`]) };
  }
}

/** What is written down of a step that ended, of whatever engine. */
export function eventOf({ kind, id }: Step, end: StepEnd, state: RolloutState, now: number): NewEvent {
  if (!end.ok) return failed(id, end.failure, state, now);
  if (kind === 'preflight') return { type: 'preflighted', id, plan: end.plan ?? '', changes: end.changes ?? 0 };
  if (kind === 'verify') return { type: 'verified', id };
  return end.replanned === undefined ? { type: 'applied', id } : { type: 'replanned', id, ...end.replanned };
}

function failed(id: string, failure: Failure, { members }: RolloutState, now: number): NewEvent {
  const wait = retryAfter(failure, (members.get(id)?.tries ?? 0) + 1);
  return { type: 'failed', id, failure, ...(wait !== undefined && { again: now + wait }) };
}
