import {
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  setHandler,
  upsertMemo,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { eventOf } from '../../../rollout/carry-out';
import { hasTime, nextSteps, type Step, type Waiting } from '../../../rollout/next-steps';
import { packState, unpackState } from '../../../rollout/packed-state';
import type { NewEvent, RolloutEvent } from '../../../rollout/rollout-event';
import { outcomeOf, totalsOf } from '../../../rollout/rollout-report';
import { addEvent, type RolloutState } from '../../../rollout/rollout-state';
import { handOver, release } from './hand-over';
import { OUTCOME_ATTRIBUTE, type Progress, type RolloutRun, workQueue } from './rollout-run';
import { progressQuery, stateQuery, wordSignal } from './workflow-calls';

/**
 * A rollout as a durable workflow. What comes next and what an event means is decided by the functions of `rollout/`, as
 * in the local engine; here are only time, words, and who does the work. All of it follows from the history: no clock
 * but the workflow's, no file, no random number.
 */
export async function egovRollout(run: RolloutRun): Promise<Progress> {
  const conductor = new Conductor(run);
  setHandler(wordSignal, (event) => conductor.tell(event));
  setHandler(stateQuery, () => packState(conductor.state));
  setHandler(progressQuery, () => conductor.progress);
  try {
    while (conductor.progress.waiting.for !== 'end') {
      if (conductor.isFull) await continueAsNew<typeof egovRollout>(conductor.next);
      await conductor.turn();
    }
  } catch (error) {
    if (!isCancellation(error)) throw error;
    await CancellationScope.nonCancellable(() => conductor.stop());
    throw error;
  }
  await release(conductor.state.rollout);
  return conductor.progress;
}

class Conductor {
  readonly state: RolloutState;
  private readonly reviewed: Map<string, readonly string[]>;
  private readonly running = new Set<string>();
  private waiting: Waiting = { for: 'work' };
  /** Grows with everything that may open a further step. */
  private turns = 0;
  private shown = '';

  constructor(private readonly run: RolloutRun) {
    this.state = unpackState(run.state);
    this.reviewed = new Map(Object.entries(run.reviewed));
  }

  get progress(): Progress {
    return { outcome: outcomeOf(this.state), totals: totalsOf(this.state), waiting: this.waiting };
  }

  /** Whether the history is long and nothing is worked on: the end of a run lets go of its work. */
  get isFull(): boolean {
    return workflowInfo().continueAsNewSuggested && this.running.size === 0;
  }

  get next(): RolloutRun {
    return { ...this.run, state: packState(this.state), reviewed: Object.fromEntries(this.reviewed) };
  }

  tell(event: NewEvent): void {
    // The server's clock may be set back, too.
    addEvent(this.state, { ...event, at: Math.max(Date.now(), this.state.lastAt) } as RolloutEvent);
    this.turns += 1;
    if (event.type === 'excluded') void release(this.state.rollout, [event.id]);
  }

  /** Begins what may be begun, and waits until there may be more. */
  async turn(): Promise<void> {
    const seen = this.turns;
    // A history that is long takes no more: what runs is let end, then another run goes on.
    const full = workflowInfo().continueAsNewSuggested;
    const { steps, waiting } = full ? DRAINING : nextSteps(this.state, Date.now(), this.running);
    for (const step of steps) void this.work(step);
    this.waiting = waiting;
    if (waiting.for === 'end' && waiting.outcome === 'done' && !this.state.finished) this.tell({ type: 'finished' });
    this.show();
    if (waiting.for === 'end') return;
    const heard = (): boolean => this.turns !== seen;
    if (hasTime(waiting)) await condition(heard, Math.max(1, waiting.until - Date.now()));
    else await condition(heard);
  }

  /** The server was told to cancel it: what runs is interrupted, as by Ctrl-C. */
  async stop(): Promise<void> {
    if (this.state.stoppedBy === undefined) this.tell({ type: 'stopped', by: 'temporal' });
    await condition(() => this.running.size === 0);
    this.waiting = { for: 'end', outcome: 'stopped' };
    this.show();
    await release(this.state.rollout);
  }

  private async work(step: Step): Promise<void> {
    const { id, kind } = step;
    const { rollout, settings, members } = this.state;
    const member = members.get(id);
    this.running.add(id);
    if (kind === 'apply') this.tell({ type: 'applying', id });
    const end = await handOver(workQueue(this.run, member ?? { id, adcode: '' }), {
      rollout,
      step,
      plan: member?.accepted ?? '',
      reviewed: this.reviewed.get(id),
      cloud: settings.cloud,
    });
    this.running.delete(id);
    this.turns += 1;
    // Taken from it before its end: it stays as it is, and is given to the next.
    if ('interrupted' in end) return;
    if (end.ok) this.reviewed.delete(id);
    else if (end.reviewed !== undefined) this.reviewed.set(id, end.reviewed);
    this.tell(eventOf(step, end, this.state, Date.now()));
  }

  /** What a list of workflows shows; written when it changes. */
  private show(): void {
    const outcome = outcomeOf(this.state);
    const shown = `${outcome} ${this.waiting.for}`;
    if (shown === this.shown) return;
    this.shown = shown;
    upsertMemo({ outcome, waiting: this.waiting.for });
    if (this.run.searchable) upsertSearchAttributes({ [OUTCOME_ATTRIBUTE]: [outcome] });
  }
}

const DRAINING = { steps: [], waiting: { for: 'work' } } as const;
