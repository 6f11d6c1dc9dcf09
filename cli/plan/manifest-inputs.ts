import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLocalState } from '../../deployment/stack-state';
import { inputsOf, type StackInputs, type StackOutputs } from '../../engines/stack-inputs';
import type { Manifest } from '../../stacks/manifest';

/**
 * The inputs of every stack by its name: outputs of the states below `out`, and a labelled placeholder for what no state
 * has yet, or one that is encrypted. Throws ProblemsError where a state is there and cannot be read.
 */
export function manifestInputs({ stacks }: Manifest, out: string, engine: string): ReadonlyMap<string, StackInputs> {
  const known = new Map<string, StackOutputs>();
  const states = new Map(stacks.map(({ name, state }) => [name, state ?? name]));
  const outputsOf = (stack: string): StackOutputs => {
    const file = join(out, 'state', `${states.get(stack) ?? stack}.tfstate`);
    const outputs = known.get(stack) ?? readLocalState(file, engine).state?.outputs ?? {};
    known.set(stack, outputs);
    return outputs;
  };
  return new Map(stacks.map((stack) => [stack.name, inputsOf(stack, outputsOf)]));
}

/** Names of the states below `out` that hold something, or may hold it, and that no stack of the manifest has. */
export function leftStates({ stacks }: Manifest, out: string, engine: string): string[] {
  const folder = join(out, 'state');
  if (!existsSync(folder)) return [];
  const known = new Set(stacks.map(({ name, state }) => state ?? name));
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.tfstate') ? [file.slice(0, -8)] : []));
  return names.filter((name) => {
    if (known.has(name)) return false;
    const { state } = readLocalState(join(folder, `${name}.tfstate`), engine);
    return state === undefined || state.resources.size > 0;
  });
}
