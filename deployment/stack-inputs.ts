import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byKey } from '../model/stable-hash';
import type { StackUnit } from './stack-unit';

/** What a stack is told by the stacks below it. */
export interface StackInputs {
  readonly values: Readonly<Record<string, string>>;
  /** Variables whose value is a placeholder, since the stack that gives it was not applied yet. */
  readonly open: readonly string[];
}

/** Begins every placeholder, so that none is ever taken for an id. */
export const PLACEHOLDER = 'egov-placeholder:';

const FILE = 'egov.auto.tfvars.json';

/** The inputs of a stack, given the outputs of the others. What is not there yet becomes a placeholder. */
export function inputsOf(
  stack: StackUnit,
  outputsOf: (stack: string) => Readonly<Record<string, unknown>>,
): StackInputs {
  const values: Record<string, string> = {};
  const open: string[] = [];
  for (const [name, from] of Object.entries(stack.inputs).sort(([a], [b]) => byKey(a, b))) {
    const value = outputsOf(from.stack)[from.output];
    if (typeof value === 'string' && value !== '') values[name] = value;
    else {
      values[name] = `${PLACEHOLDER}${from.stack}.${from.output}`;
      open.push(name);
    }
  }
  return { values, open };
}

/** Puts the inputs where OpenTofu takes them by itself, also when a person runs it in that folder. */
export function writeInputs({ folder }: StackUnit, { values }: StackInputs): void {
  const file = join(folder, FILE);
  if (Object.keys(values).length === 0) rmSync(file, { force: true });
  else writeFileSync(file, `${JSON.stringify(values, null, 2)}\n`);
}

export function sameInputs(a: StackInputs, b: StackInputs): boolean {
  return JSON.stringify(a.values) === JSON.stringify(b.values);
}
