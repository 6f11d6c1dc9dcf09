import type { Problem } from '../model/problem';
import type { Text } from '../model/text';
import type { Change } from './change';

/** A branch against its base, over all environments. Plain data; the same input gives the same bytes. */
export interface Review {
  readonly base: ReviewedRevision;
  readonly head: ReviewedRevision;
  /** Every environment of either revision, by id. */
  readonly environments: readonly EnvironmentOutcome[];
  /** By lane; nothing is left out. */
  readonly changes: readonly Change[];
  /** What a reader must know of how the comparison was made. */
  readonly notes: readonly Text[];
}

export interface ReviewedRevision {
  /** As it was named: `origin/main`; `work tree` for what lies in the folder. */
  readonly name: string;
  /** Absent for a work tree without commits. */
  readonly commit?: string;
  /** Files that differ from that commit. */
  readonly uncommitted?: readonly string[];
}

/**
 * `untouched`: the same files. `same`: other files, the same cloud. `head-only`: the base cannot be read, so the head is
 * judged by itself. `unreadable`: the head cannot be read.
 */
export type EnvironmentState =
  | 'changed'
  | 'untouched'
  | 'same'
  | 'added'
  | 'deleted'
  | 'renamed'
  | 'head-only'
  | 'unreadable';

export interface EnvironmentOutcome {
  readonly id: string;
  readonly state: EnvironmentState;
  /** The id before a renaming. */
  readonly from?: string;
  /** Why a side cannot be read. */
  readonly problems: readonly Problem[];
  readonly facts?: EnvironmentFacts;
}

/** What is an environment's own, so that the same change of two environments can be told as one. */
export interface EnvironmentFacts {
  readonly adcode: string;
  readonly name: string;
  readonly domain: string;
}

/** The environments that were compared, and so may have changes. */
export function reviewed({ environments }: Review): readonly EnvironmentOutcome[] {
  return environments.filter(({ state }) => !['untouched', 'same', 'unreadable'].includes(state));
}
