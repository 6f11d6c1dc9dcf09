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
