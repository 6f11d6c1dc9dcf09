import type { Failure } from './failure';
import type { RolloutMember } from './rollout-member';
import type { RolloutSettings } from './rollout-settings';
import type { Waves } from './waves';

/** What a person or the engine did. A rollout is the list of these, and nothing else. */
export type RolloutEvent = { /** Milliseconds of the epoch. */ readonly at: number } & (
  | {
      readonly type: 'created';
      readonly rollout: string;
      readonly by: string;
      readonly settings: RolloutSettings;
      readonly members: readonly RolloutMember[];
      readonly waves: Waves;
    }
  /** `plan` is the hash of what was planned for it. */
  | { readonly type: 'preflighted'; readonly id: string; readonly plan: string; readonly changes: number }
  /** The try may be followed by another at `again`. */
  | { readonly type: 'failed'; readonly id: string; readonly failure: Failure; readonly again?: number }
  | { readonly type: 'applying' | 'applied' | 'verified'; readonly id: string }
  /** Something else would be applied than what was reviewed. */
  | { readonly type: 'replanned'; readonly id: string; readonly plan: string; readonly changes: number }
  | { readonly type: 'excluded' | 'retried'; readonly id: string; readonly by: string }
  | { readonly type: 'started' | 'paused' | 'resumed' | 'stopped'; readonly by: string }
  /** Opens the gate up to a wave, and accepts the plans as they are known then. */
  | { readonly type: 'approved'; readonly by: string; readonly through: number }
  | { readonly type: 'finished' }
);

/** An event without its time, which whoever writes it down gives. */
export type NewEvent = RolloutEvent extends infer E ? (E extends RolloutEvent ? Omit<E, 'at'> : never) : never;
