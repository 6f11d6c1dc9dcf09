import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

/** What `egov plan --save` writes, as far as it says what would be done. */
export interface PlanFile {
  readonly environment: string;
  /** Hash of the design. */
  readonly input: string;
  readonly egov: string;
  readonly engine: string;
  readonly cloud: string;
  readonly stacks: readonly {
    readonly name: string;
    readonly changes: readonly { readonly address: string; readonly action: string }[];
    readonly reviewed?: readonly { readonly address: string; readonly action: string }[];
  }[];
}

/** SHA-256 of what would be done where and by what: the same for two plans of one change, whenever they were made. */
export function planHash({ environment, input, egov, engine, cloud, stacks }: PlanFile): string {
  const done = stacks
    .map(({ name, changes, reviewed }) => ({ name, changes, reviewed: reviewed ?? [] }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([environment, input, egov, engine, cloud, done]))
    .digest('hex');
}

export function changesOf({ stacks }: PlanFile): number {
  return stacks.reduce((sum, { changes }) => sum + changes.length, 0);
}

/**
 * Whether all that a plan would do was in a reviewed one of the same description, toolkit and cloud: what an interrupted
 * apply left to do. Equal descriptions give equal values.
 */
export function isPartOf(now: PlanFile, reviewed: PlanFile): boolean {
  const same = (['environment', 'input', 'egov', 'engine', 'cloud'] as const).every(
    (key) => now[key] === reviewed[key],
  );
  if (!same) return false;
  return now.stacks.every(({ name, changes }) => {
    const before = reviewed.stacks.find((one) => one.name === name)?.changes ?? [];
    return changes.every((change) =>
      before.some(({ address, action }) => isDeepStrictEqual([address, action], [change.address, change.action])),
    );
  });
}
