import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { PackedState } from '../../../rollout/packed-state';
import type { NewEvent } from '../../../rollout/rollout-event';
import { CALLS, type Progress } from './rollout-run';

/** A person's word, as the event that it makes. */
export const wordSignal = defineSignal<[NewEvent]>(CALLS.word);
export const stateQuery = defineQuery<PackedState>(CALLS.state);
export const progressQuery = defineQuery<Progress>(CALLS.progress);

/** What the register keeps of one environment. */
export interface Taken {
  readonly environment: string;
  readonly other: string;
}

export interface Claim {
  readonly rollout: string;
  readonly environments: readonly string[];
}

/** Takes all of these environments, or none and says who has which. */
export const takeUpdate = defineUpdate<readonly Taken[], [Claim]>(CALLS.take);
/** Gives environments back; without any, all of a rollout. */
export const releaseSignal = defineSignal<[{ readonly rollout: string; readonly environments?: readonly string[] }]>(
  CALLS.release,
);
