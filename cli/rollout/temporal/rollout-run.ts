import type { StepEnd } from '../../../rollout/carry-out';
import type { Step, Waiting } from '../../../rollout/next-steps';
import type { PackedState } from '../../../rollout/packed-state';
import type { RolloutMember } from '../../../rollout/rollout-member';
import type { RolloutReport } from '../../../rollout/rollout-report';

/** What a run of the workflow begins with: a new rollout, or one whose history became long. */
export interface RolloutRun {
  /** Version of the toolkit. Only workers of the same one carry it on: plans of another are other plans. */
  readonly egov: string;
  /** How an environment's queue is named; see `workQueue`. */
  readonly queue: string;
  /** Whether the server has the search attribute `EgovOutcome`. */
  readonly searchable: boolean;
  readonly state: PackedState;
  /** Hashes of the changes of reviewed plans whose apply was begun and has not ended. */
  readonly reviewed: Readonly<Record<string, readonly string[]>>;
}

/** One step of one environment, as a worker gets it: names and hashes, nothing secret. */
export interface StepTask {
  readonly rollout: string;
  readonly step: Step;
  /** Hash of the accepted plan. */
  readonly plan: string;
  readonly reviewed: readonly string[] | undefined;
  readonly cloud: string | undefined;
}

export type TaskEnd = (StepEnd & { readonly reviewed?: readonly string[] }) | { readonly interrupted: true };

/** What a worker says while it is at work. */
export interface Heartbeat {
  readonly reviewed?: readonly string[];
}

/** How far a rollout is, in a few bytes. */
export interface Progress extends Pick<RolloutReport, 'outcome' | 'totals'> {
  readonly waiting: Waiting;
}

/** Names by which clients and workers call each other. */
export const CALLS = {
  rollout: 'egovRollout',
  register: 'egovRegister',
  word: 'word',
  state: 'state',
  progress: 'progress',
  take: 'take',
  release: 'release',
  work: 'workOnEnvironment',
} as const;

/** The one workflow that knows which environment is in which rollout. */
export const REGISTER = 'egov-register';

/** Its queue has no version: it goes on when the toolkit is renewed. */
export const REGISTER_QUEUE = 'egov-register';

export const OUTCOME_ATTRIBUTE = 'EgovOutcome';

export function workflowId(rollout: string): string {
  return `egov-rollout/${rollout}`;
}

export function codeQueue(egov: string): string {
  return `egov-rollout@${egov}`;
}

/**
 * The queue that an environment's work waits in. `{env}` stands for its id, `{city}` and `{province}` for the code of
 * its division: whoever listens on a queue must hold the credentials of all environments in it.
 */
export function workQueue(
  { egov, queue }: Pick<RolloutRun, 'egov' | 'queue'>,
  { id, adcode }: Pick<RolloutMember, 'id' | 'adcode'>,
): string {
  const name = queue
    .replaceAll('{env}', id)
    .replaceAll('{city}', `${adcode.slice(0, 4)}00`)
    .replaceAll('{province}', `${adcode.slice(0, 2)}0000`);
  return `egov-work@${egov}/${name}`;
}
