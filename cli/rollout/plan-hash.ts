import { createHash } from 'node:crypto';

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
    /** Addresses of what it takes over from an apply that was killed. */
    readonly imports?: readonly string[];
  }[];
}

/** SHA-256 of what would be done where and by what: the same for two plans of one change, whenever they were made. */
export function planHash({ environment, input, egov, engine, cloud, stacks }: PlanFile): string {
  const done = stacks
    .map(({ name, changes, reviewed }) => ({ name, changes, reviewed: reviewed ?? [] }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return sha256([environment, input, egov, engine, cloud, done]);
}

export function changesOf({ stacks }: PlanFile): number {
  return stacks.reduce((sum, { changes }) => sum + changes.length, 0);
}

/**
 * A hash for each change of a plan, 64 bits of SHA-256: they say on another machine what was in the plan, without the
 * plan. Equal descriptions give equal values, so that a change is its address and its action.
 */
export function changeHashes(plan: PlanFile): readonly string[] {
  return plan.stacks.flatMap(({ name, changes }) =>
    changes.map(({ address, action }) => changeHash(plan, name, address, action)),
  );
}

function changeHash({ environment, input, egov, engine, cloud }: PlanFile, ...change: readonly string[]): string {
  return sha256([environment, input, egov, engine, cloud, ...change]).slice(0, 16);
}

/**
 * Whether all that a plan would do was in a reviewed one of the same description, toolkit and cloud: what an interrupted
 * apply left to do. What that one was making when it was killed is taken over, and what is changed in it is the rest of its
 * making.
 */
export function isPartOf(now: PlanFile, reviewed: readonly string[]): boolean {
  const known = new Set(reviewed);
  return now.stacks.every(({ name, changes, imports = [] }) =>
    changes.every(
      ({ address, action }) =>
        known.has(changeHash(now, name, address, action)) ||
        (action === 'change' && imports.includes(address) && known.has(changeHash(now, name, address, 'add'))),
    ),
  );
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
