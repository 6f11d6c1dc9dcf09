import {
  ActivityCancellationType,
  ActivityFailure,
  ApplicationFailure,
  getExternalWorkflowHandle,
  isCancellation,
  proxyActivities,
  TimeoutFailure,
} from '@temporalio/workflow';
import type { Failure } from '../../../rollout/failure';
import type { CALLS, Heartbeat, StepTask, TaskEnd } from './rollout-run';
import { REGISTER } from './rollout-run';
import { releaseSignal } from './workflow-calls';

type Activities = { readonly [CALLS.work]: (task: StepTask) => Promise<TaskEnd> };

/** A worker that is silent for so long is gone. */
const SILENCE = '15 seconds';

/**
 * Has a step done by whoever listens on the queue; waits for one as long as it takes. Tried once: whether again, and
 * when, is decided by the kind of the failure, as in every engine. Never rejects.
 */
export async function handOver(taskQueue: string, task: StepTask): Promise<TaskEnd> {
  const { workOnEnvironment } = proxyActivities<Activities>({
    taskQueue,
    startToCloseTimeout: '24 hours',
    heartbeatTimeout: SILENCE,
    retry: { maximumAttempts: 1 },
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    summary: `${task.step.kind} ${task.step.id}`,
  });
  try {
    return await workOnEnvironment(task);
  } catch (error) {
    if (isCancellation(error)) return { interrupted: true };
    const cause = error instanceof ActivityFailure ? error.cause : error;
    if (!(cause instanceof TimeoutFailure)) return failed('defect', reasonOf(cause));
    const { reviewed } = (cause.lastHeartbeatDetails ?? {}) as Heartbeat;
    return { ...failed('lost', `worker ${cause.timeoutType}`), ...(reviewed !== undefined && { reviewed }) };
  }
}

/** Tells the register. It may be gone, ended by a person; then it holds nothing. */
export async function release(rollout: string, environments?: readonly string[]): Promise<void> {
  const claim = { rollout, ...(environments !== undefined && { environments }) };
  await getExternalWorkflowHandle(REGISTER)
    .signal(releaseSignal, claim)
    .catch(() => {});
}

function failed(name: Failure['class'], code: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { class: name, codes: [code] } };
}

function reasonOf(cause: unknown): string {
  if (cause instanceof ApplicationFailure) return `${cause.type ?? 'failure'}: ${cause.message}`;
  return cause instanceof Error ? cause.message : `${cause}`;
}
