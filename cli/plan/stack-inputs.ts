import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, ManifestStack } from '../../stacks/manifest';

/** What fills the variables of one stack. */
export interface StackInputs {
  readonly values: Readonly<Record<string, unknown>>;
  /** Variables whose stack was never applied: each has a placeholder for a value. */
  readonly placeholders: readonly string[];
}

/** Starts every placeholder. No id of OpenStack looks like that, so that an API would refuse it. */
export const PLACEHOLDER = 'placeholder-not-applied-yet';

/**
 * The inputs of a stack: outputs of the states below `out`, and a labelled placeholder for an output that no state has
 * yet. Throws where a state is there and cannot be read.
 */
export function stackInputs(stack: ManifestStack, out: string, states = new Map<string, StateOutputs>()): StackInputs {
  const values: Record<string, unknown> = {};
  const placeholders: string[] = [];
  for (const [variable, { stack: from, output }] of Object.entries(stack.inputs)) {
    const outputs = states.get(from) ?? outputsOf(join(out, 'state', `${from}.tfstate`));
    states.set(from, outputs);
    if (outputs[output] === undefined) placeholders.push(variable);
    values[variable] = outputs[output]?.value ?? `${PLACEHOLDER}:${from}.${output}`;
  }
  return { values, placeholders };
}

/** The inputs of every stack by its name. */
export function allInputs({ stacks }: Manifest, out: string): ReadonlyMap<string, StackInputs> {
  const states = new Map<string, StateOutputs>();
  return new Map(stacks.map((stack) => [stack.name, stackInputs(stack, out, states)]));
}

type StateOutputs = Readonly<Record<string, { readonly value?: unknown }>>;

function outputsOf(state: string): StateOutputs {
  if (!existsSync(state)) return {};
  return (JSON.parse(readFileSync(state, 'utf8')) as { readonly outputs?: StateOutputs }).outputs ?? {};
}
