import { Context as Activity } from '@temporalio/activity';
import { carryOut } from '../../../rollout/carry-out';
import type { RolloutWork } from '../../../rollout/rollout-work';
import { CALLS, type Heartbeat, type StepTask, type TaskEnd } from './rollout-run';

export interface WorkProps {
  readonly task: StepTask;
  /** Called with the hashes of the changes of the reviewed plan before any of them is applied. */
  readonly onReviewed: (hashes: readonly string[]) => void;
}

/** The work of this machine for a step. */
export type WorkOf = (props: WorkProps) => RolloutWork;

export interface EnvironmentActivityProps {
  readonly workOf: WorkOf;
  /** Environments that this worker holds the credentials of. */
  readonly serves: ReadonlySet<string>;
  readonly onStep?: (task: StepTask, end: TaskEnd | undefined) => void;
}

const BEAT = 3_000;

/**
 * Carries out steps as Temporal hands them over. While it works it says that it is alive, and what was reviewed, so that
 * another worker goes on with that where this one dies. A cancellation, and the end of the worker, interrupt the work.
 */
export function environmentActivity({ workOf, serves, onStep }: EnvironmentActivityProps) {
  return {
    [CALLS.work]: async (task: StepTask): Promise<TaskEnd> => {
      const { heartbeat, cancellationSignal } = Activity.current();
      const { id } = task.step;
      if (!serves.has(id)) return { ok: false, failure: { class: 'refused', codes: [`${id} is not served here`] } };
      onStep?.(task, undefined);
      let beat: Heartbeat = task.reviewed === undefined ? {} : { reviewed: task.reviewed };
      const say = (): void => heartbeat(beat);
      const timer = setInterval(say, BEAT);
      say();
      const onReviewed = (reviewed: readonly string[]): void => {
        beat = { reviewed };
        say();
      };
      try {
        const end = await carryOut(workOf({ task, onReviewed }), task.step, task.plan, cancellationSignal);
        const said: TaskEnd = !end.ok && cancellationSignal.aborted ? { interrupted: true } : { ...end, ...beat };
        onStep?.(task, said);
        return said;
      } finally {
        clearInterval(timer);
      }
    },
  };
}
