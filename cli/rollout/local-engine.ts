import { setTimeout as after } from 'node:timers/promises';
import { type Failure, failureOf, retryAfter } from '../../rollout/failure';
import { nextSteps, type Step, type Waiting } from '../../rollout/next-steps';
import type { NewEvent } from '../../rollout/rollout-event';
import type { RolloutWork } from '../../rollout/rollout-work';
import type { Journal } from './journal';

export interface LocalEngineProps {
  readonly journal: Journal;
  readonly work: RolloutWork;
  readonly signal: AbortSignal;
  /** Milliseconds of the epoch. */
  readonly now: () => number;
  /** Waits so many milliseconds. @default a timer */
  readonly sleep?: (ms: number) => Promise<unknown>;
  readonly onEvent?: (event: NewEvent) => void;
}

/** How long a word of a person may wait to be heard while there is nothing to do. */
const LISTEN = 2_000;

/**
 * Works on a rollout in this process until its end, or until a person's word is needed; says which. Whoever calls it
 * holds the lock of the rollout. Every step is written down before it begins and after it ended: a process that was
 * killed is followed by one that goes on from the journal.
 */
export async function runLocally(props: LocalEngineProps): Promise<Waiting> {
  const { journal, signal, now } = props;
  const sleep = props.sleep ?? ((ms: number) => after(ms, undefined, { signal }).catch(() => {}));
  const running = new Map<string, Promise<void>>();
  try {
    for (;;) {
      if (signal.aborted) return { for: 'work' };
      const { steps, waiting } = nextSteps(journal.state, now(), new Set(running.keys()));
      for (const step of steps) {
        const done = carryOut(step, props).finally(() => running.delete(step.id));
        // Seen where it is waited for; here only kept from being nobody's.
        done.catch(() => {});
        running.set(step.id, done);
      }
      if (running.size > 0) await Promise.race(running.values());
      else if (waiting.for === 'end') {
        if (waiting.outcome === 'done' && !journal.state.finished) tell({ type: 'finished' }, props);
        return waiting;
      } else if ('until' in waiting) await sleep(Math.max(1, Math.min(LISTEN, waiting.until - now())));
      else return waiting;
    }
  } finally {
    await Promise.allSettled(running.values());
  }
}

async function carryOut({ kind, id }: Step, props: LocalEngineProps): Promise<void> {
  const { journal, work, signal } = props;
  if (kind === 'apply') tell({ type: 'applying', id }, props);
  try {
    if (kind === 'preflight') {
      const done = await work.preflight(id, signal);
      if (done.ok) tell({ type: 'preflighted', id, plan: done.plan, changes: done.changes }, props);
      else fail(id, done.failure, props);
    } else if (kind === 'apply') {
      const done = await work.apply(id, journal.state.members.get(id)?.accepted ?? '', signal);
      if (!done.ok) fail(id, done.failure, props);
      else if (done.replanned !== undefined) tell({ type: 'replanned', id, ...done.replanned }, props);
      else tell({ type: 'applied', id }, props);
    } else {
      const done = await work.verify(id, signal);
      if (done.ok) tell({ type: 'verified', id }, props);
      else fail(id, done.failure, props);
    }
  } catch (error) {
    // One environment's surprise costs that environment.
    fail(id, failureOf(1, [error instanceof Error ? error.message : `${error}`]), props);
  }
}

function fail(id: string, failure: Failure, props: LocalEngineProps): void {
  // An interruption is no failure: the journal says how far it was.
  if (props.signal.aborted) return;
  const wait = retryAfter(failure, (props.journal.state.members.get(id)?.tries ?? 0) + 1);
  tell({ type: 'failed', id, failure, ...(wait !== undefined && { again: props.now() + wait }) }, props);
}

function tell(event: NewEvent, { journal, onEvent }: LocalEngineProps): void {
  journal.append(event);
  onEvent?.(event);
}
