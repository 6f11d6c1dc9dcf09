import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackOutputRef } from '../model/emitted-stack';
import { byKey } from '../model/stable-hash';
import type { StackFolder } from './stack-folder';

/** What a stack is told by the stacks below it. */
export interface StackInputs {
  readonly values: Readonly<Record<string, string>>;
  /** Variables whose value is a placeholder, since the stack that gives it was not applied yet. */
  readonly open: readonly string[];
}

/** Begins every placeholder, so that none is ever taken for an id. */
export const PLACEHOLDER = 'egov-placeholder:';

const FILE = 'egov.auto.tfvars.json';

export type StackOutputs = Readonly<Record<string, unknown>>;

/**
 * The inputs of a stack, given the outputs of the others. What is not there yet becomes a placeholder; a stack that was
 * not applied since a key was renamed gives the output under its former name.
 */
export function inputsOf(
  { inputs }: { readonly inputs: Readonly<Record<string, StackOutputRef>> },
  outputsOf: (stack: string) => StackOutputs,
): StackInputs {
  const values: Record<string, string> = {};
  const open: string[] = [];
  for (const [name, from] of Object.entries(inputs).sort(([a], [b]) => byKey(a, b))) {
    const value = givenBy(from, outputsOf(from.stack));
    if (value !== undefined) values[name] = value;
    else {
      values[name] = `${PLACEHOLDER}${from.stack}.${from.output}`;
      open.push(name);
    }
  }
  return { values, open };
}

function givenBy({ output, former = [] }: StackOutputRef, outputs: StackOutputs): string | undefined {
  const names = [output, ...[...former].reverse()];
  return names.map((name) => outputs[name]).find((value): value is string => typeof value === 'string' && value !== '');
}

/** Puts the inputs where OpenTofu takes them by itself, also when a person runs it in that folder. */
export function writeInputs({ folder }: StackFolder, { values }: StackInputs): void {
  const file = join(folder, FILE);
  if (Object.keys(values).length === 0) rmSync(file, { force: true });
  else writeFileSync(file, `${JSON.stringify(values, null, 2)}\n`);
}

export function sameInputs(a: StackInputs, b: StackInputs): boolean {
  return JSON.stringify(a.values) === JSON.stringify(b.values);
}
