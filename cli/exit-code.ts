import type { Problem } from '../model/problem';

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
  /** An engine, or the machine it runs on, is missing something or failed. */
  engine: 5,
  /** Interrupted; running it again goes on. */
  interrupted: 6,
  usage: 64,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Families of problem codes whose cause is not the description of a cloud, the gravest first. */
const FAMILIES: readonly (readonly [RegExp, ExitCode])[] = [
  [
    /^USAGE_|^GIT_(REVISION|SHALLOW|FOLDER|REPOSITORY)$|^FLEET_(SELECTION|EMPTY)$|^ROLLOUT_(UNKNOWN|SETTING|WINDOW|STATE)$/,
    ExitCode.usage,
  ],
  [/_INTERRUPTED$/, ExitCode.interrupted],
  [
    /^(PROOF_VIOLATED|DEPLOY_(PROTECTED|ALLOWED_NOTHING|REASON)|ROLLOUT_(FOUR_EYES|OVERLAP|PREFLIGHT))$/,
    ExitCode.violated,
  ],
  [
    /^(ENGINE|GO|SANDBOX|CLOUD|CLUSTER|DEPLOY|STATE)_|^GIT_(MISSING|FAILED|EDITED)$|^ROLLOUT_(SERVER|WORKER|VERSION|KEY|PACKAGES)$|^SYNTHESIS_(DISK|FOLDER)|_DENIED$/,
    ExitCode.engine,
  ],
];

/** The exit code of a command that ends with these problems. */
export function exitCodeOf(problems: readonly Problem[]): ExitCode {
  const family = FAMILIES.find(([pattern]) => problems.some(({ code }) => pattern.test(code)));
  return family?.[1] ?? ExitCode.invalidEnvironment;
}
