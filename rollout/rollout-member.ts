/** An environment, as far as its place in a rollout depends on it. */
export interface RolloutMember {
  readonly id: string;
  /** Code of GB/T 2260; empty where it is not known. */
  readonly adcode: string;
  readonly sites: readonly { readonly region: string; readonly adcode: string }[];
}

/** How far one environment is. */
export type MemberStatus =
  | 'untouched'
  | 'preflighted'
  | 'applying'
  | 'verifying'
  | 'done'
  /** May be half-done. */
  | 'failed'
  | 'skipped';
