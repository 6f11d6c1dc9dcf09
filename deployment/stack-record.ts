import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { StackUnit } from './stack-unit';

/** What is remembered of a stack, for the day on which nothing describes it any more. */
export type RecordedStack = Pick<StackUnit, 'name' | 'state' | 'kind' | 'site' | 'region' | 'after' | 'inputs'>;

/** The stacks that were ever deployed from a folder, by the name of their state. */
export function recordedStacks(file: string): ReadonlyMap<string, RecordedStack> {
  if (!existsSync(file)) return new Map();
  const all = JSON.parse(readFileSync(file, 'utf8')) as readonly RecordedStack[];
  return new Map(all.map((stack) => [stack.state, stack]));
}

/** Adds stacks to the record; one that got another name is known by that. */
export function recordStacks(file: string, stacks: readonly StackUnit[]): void {
  const all = new Map(recordedStacks(file));
  for (const { name, state, kind, site, region, after, inputs } of stacks)
    all.set(state, { name, state, kind, site, region, after, inputs });
  write(file, all);
}

/** Forgets a stack of which nothing is left. */
export function forgetStack(file: string, { state }: StackUnit): void {
  const all = new Map(recordedStacks(file));
  if (all.delete(state)) write(file, all);
}

function write(file: string, all: ReadonlyMap<string, RecordedStack>): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify([...all.values()], null, 2)}\n`);
  renameSync(draft, file);
}
