import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackDesign } from '../model/design/stack-design';
import type { EmittedStack } from '../model/emitted-stack';
import type { DeploymentFolder } from './deployment-folder';
import type { RecordedStack } from './stack-record';
import type { StackUnit } from './stack-unit';
import type { StateBackend } from './state-backend';

/** What OpenTofu keeps beside a configuration, and can fetch again. */
const KEPT = new Set(['.terraform', '.terraform.lock.hcl']);

/**
 * Writes each stack into a folder of its own below `deploy/`, as deep as a synthesis has them, so that both find the
 * same states. It is apart from the synthesis: that is replaced whenever somebody looks, also while stacks are applied.
 */
export function writeStacks(
  folder: DeploymentFolder,
  emitted: readonly EmittedStack[],
  designs: readonly StackDesign[],
  backend: StateBackend,
): StackUnit[] {
  return emitted.map(({ name, definition, inputs, places }) => {
    const design = designs.find(({ key }) => key === name);
    if (design === undefined) throw new Error(`stack ${name} was emitted and not designed`);
    const path = join(folder.path, 'deploy', name);
    mkdirSync(path, { recursive: true });
    for (const file of readdirSync(path)) if (!KEPT.has(file)) rmSync(join(path, file), { recursive: true });
    const { after, kind, site, region, state = name } = design;
    writeFileSync(
      join(path, 'cdk.tf.json'),
      `${JSON.stringify(placed(definition, backend.blockFor(state)), null, 2)}\n`,
    );
    return { name, state, folder: path, after, inputs, places, kind, site, region, backend: backend.kind };
  });
}

/** A stack that is described no more, with what it was last written as, or with nothing but its state. */
export function placeLeftStack(folder: DeploymentFolder, stack: RecordedStack, backend: StateBackend): StackUnit {
  const path = join(folder.path, 'deploy', stack.name);
  mkdirSync(path, { recursive: true });
  const definition = placed(writtenDefinition({ folder: path }), backend.blockFor(stack.state));
  writeFileSync(join(path, 'cdk.tf.json'), `${JSON.stringify(definition, null, 2)}\n`);
  return { ...stack, folder: path, places: {}, backend: backend.kind };
}

/** The stack with its state where it is to lie. */
function placed(definition: EmittedStack['definition'], backend: object): object {
  const { terraform } = definition;
  return { ...definition, terraform: { ...(terraform as object), backend } };
}

/** The resources of a stack as it was written: attributes by address, with expressions for what other resources give. */
export function writtenDefinition({ folder }: Pick<StackUnit, 'folder'>): EmittedStack['definition'] {
  const file = join(folder, 'cdk.tf.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as EmittedStack['definition']) : {};
}
