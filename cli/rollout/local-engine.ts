import { setTimeout as after, setImmediate as turn } from 'node:timers/promises';
import { carryOut, eventOf } from '../../rollout/carry-out';
import { hasTime, nextSteps, type Step, type Waiting } from '../../rollout/next-steps';
import type { NewEvent } from '../../rollout/rollout-event';
import type { RolloutWork } from '../../rollout/rollout-work';
import type { Journal } from './journal';

export interface LocalEngineProps {
  readonly journal: Journal;
  readonly work: RolloutWork;
  readonly signal: AbortSignal;
  /** Milliseconds of the epoch. */
  readonly now: () => number;
  /** Waits so many milliseconds while there is nothing to do. @default a timer */
  readonly sleep?: (ms: number) => Promise<unknown>;
  /** How long a word of a person may wait to be heard, in milliseconds. @default 2 seconds */
  readonly listen?: number;
  readonly onEvent?: (event: NewEvent) => void;
}

/**
 * Works on a rollout in this process until its end, or until a person's word is needed; says which. Whoever calls it
 * holds the lock of the rollout. Every step is written down before it begins and after it ended: a process that was
 * killed is followed by one that goes on from the journal.
 */
export async function runLocally(props: LocalEngineProps): Promise<Waiting> {
  const { journal, signal, now, listen = 2_000 } = props;
  const sleep = props.sleep ?? ((ms: number) => after(ms, undefined, { signal }).catch(() => {}));
  const running = new Map<string, Promise<void>>();
  try {
    for (;;) {
      if (signal.aborted) return { for: 'work' };
      const { steps, waiting } = nextSteps(journal.state, now(), new Set(running.keys()));
      for (const step of steps) {
        const done = workOn(step, props).finally(() => running.delete(step.id));
        // Seen where it is waited for; here only kept from being nobody's.
        done.catch(() => {});
        running.set(step.id, done);
      }
      if (running.size > 0) await firstOf(running.values(), listen);
      else if (waiting.for === 'end') {
        if (waiting.outcome === 'done' && !journal.state.finished) tell({ type: 'finished' }, props);
        return waiting;
      } else if (hasTime(waiting)) await sleep(Math.max(1, Math.min(listen, waiting.until - now())));
      else return waiting;
    }
  } finally {
    await Promise.allSettled(running.values());
  }
}

/** Until one of them ends, or so many milliseconds: what a person says meanwhile is heard beside the work. */
async function firstOf(running: Iterable<Promise<void>>, most: number): Promise<void> {
  const heard = new AbortController();
  const timer = after(most, undefined, { signal: heard.signal }).catch(() => {});
  try {
    await Promise.race([...running, timer]);
    // What ends at the same time is answered together: each answer looks at all environments.
    await turn();
  } finally {
    heard.abort();
  }
}

async function workOn(step: Step, props: LocalEngineProps): Promise<void> {
  const { journal, work, signal, now } = props;
  if (step.kind === 'apply') tell({ type: 'applying', id: step.id }, props);
  const end = await carryOut(work, step, journal.state.members.get(step.id)?.accepted ?? '', signal);
  // An interruption is no failure: the journal says how far it was.
  if (!end.ok && signal.aborted) return;
  tell(eventOf(step, end, journal.state, now()), props);
}

function tell(event: NewEvent, { journal, onEvent }: LocalEngineProps): void {
  journal.append(event);
  onEvent?.(event);
}
