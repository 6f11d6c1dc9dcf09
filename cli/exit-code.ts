/** Part of the CLI's contract; scripts branch on these. */
export const ExitCode = {
  ok: 0,
  /** A defect of the toolkit itself. */
  internal: 1,
  /** There are changes; only with `--detailed-exitcode`, as terraform does. */
  changes: 2,
  invalidEnvironment: 3,
  /** A policy, or the proof. */
  violated: 4,
  /** An engine is missing or failed. */
  engine: 5,
  /** Interrupted; running it again goes on. */
  interrupted: 6,
  usage: 64,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
