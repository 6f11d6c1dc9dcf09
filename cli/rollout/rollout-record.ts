import type { Text } from '../../model/text';
import type { Waiting } from '../../rollout/next-steps';
import type { NewEvent } from '../../rollout/rollout-event';
import type { RolloutState } from '../../rollout/rollout-state';

/** A rollout, wherever it is kept and whoever works on it: commands mean the same for every engine. */
export interface RolloutRecord {
  readonly id: string;
  /** What all events say up to now. */
  state(): Promise<RolloutState>;
  /** Writes events down; they are part of the next state. */
  add(events: readonly NewEvent[]): Promise<void>;
  /** Goes on until its end, or until a person's word is needed; says which. */
  goOn(): Promise<Waiting>;
  /** What is waited for, and who is at work; nobody where a `start` is needed. */
  now(): Promise<{ readonly waiting: Waiting; readonly worker: Text | undefined; readonly pid: number | null }>;
  /** Lets go of what it holds. */
  close(): Promise<void>;
}
