import { type Existing, findExisting } from './adoption/find-existing';
import { keepImports } from './adoption/imports';
import { writtenResources } from './adoption/written-resource';
import type { CloudAccess } from './cloud-access';
import type { Deployment } from './deployment';
import { writtenDefinition } from './stack-folders';
import type { StackUnit } from './stack-unit';

/** What of one stack is in the cloud already. */
export interface Adopted extends Existing {
  readonly stack: StackUnit;
}

/**
 * Looks for every resource that no state has by its natural key, stack after stack, and keeps imports for the next plan.
 * What a lower stack would give is taken from what was found of it. The cloud is only read.
 */
export async function adopt(deployment: Deployment, clouds: CloudAccess): Promise<Adopted[]> {
  const states = await deployment.states();
  const found = new Map<string, Map<string, Readonly<Record<string, unknown>>>>();
  const adopted: Adopted[] = [];
  for (const stack of deployment.stacks) {
    deployment.signal?.throwIfAborted();
    const managed = states.get(stack.name)?.resources;
    const existing = await findExisting({
      cloud: clouds.clientOf(stack),
      resources: writtenResources(writtenDefinition(stack)),
      managed: (address) => managed?.get(address)?.attributes,
      variable: (name) => (name === 'region' ? stack.region : given(stack.inputs[name])),
    });
    keepImports(deployment.folder.imports(stack.state), existing.matched);
    const here = new Map(existing.matched.map(({ address, attributes }) => [address, attributes] as const));
    found.set(stack.name, here);
    adopted.push({ stack, ...existing });
  }
  return adopted;

  /** An output of a lower stack: of its state, or what it would say of a resource that was found. */
  function given(from: StackUnit['inputs'][string] | undefined): string | undefined {
    if (from === undefined) return undefined;
    const value = states.get(from.stack)?.outputs[from.output] ?? expected(from.stack, from.output);
    return typeof value === 'string' ? value : undefined;
  }

  function expected(name: string, output: string): unknown {
    const lower = deployment.stacks.find((one) => one.name === name);
    const expression = lower && writtenDefinition(lower).output?.[output]?.value;
    const [, address = '', attribute = ''] = /^\$\{(\w+\.[^.}]+)\.(\w+)\}$/.exec(String(expression)) ?? [];
    const attributes = states.get(name)?.resources.get(address)?.attributes ?? found.get(name)?.get(address);
    return attributes?.[attribute];
  }
}
