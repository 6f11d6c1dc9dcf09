import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../environments/package-root';
import type { Design } from '../model/design/design';
import { type EmittedStack, resourceCount } from '../model/emitted-stack';
import { emitStacks } from './emit-stacks';
import type { Manifest } from './manifest';
import { inOrder } from './stack-order';
import { SynthesisFolder } from './synthesis-folder';

export interface Synthesis {
  /** Holds a folder for each stack, with its `cdk.tf.json`, and the manifest. */
  readonly stacks: string;
  readonly manifest: Manifest;
  readonly emitted: readonly EmittedStack[];
}

/**
 * Writes every stack of the design below `out`: `stacks/<stack>/cdk.tf.json` and `stacks/manifest.json`. States are
 * kept beside it in `state/` and stay. Throws ProblemsError, and then leaves what was there.
 */
export function synthesise(design: Design, out: string): Synthesis {
  const emitted = emitStacks(design);
  const manifest = manifestOf(design, emitted);
  const folder = new SynthesisFolder(out);
  folder.replace(manifest, (draft) => {
    for (const { name, definition } of emitted) {
      mkdirSync(join(draft, name));
      writeJson(join(draft, name, 'cdk.tf.json'), definition);
    }
    writeJson(join(draft, 'manifest.json'), manifest);
  });
  return { stacks: folder.stacks, manifest, emitted };
}

/** What the synthesis below `out` consists of. Throws ProblemsError where something else lies there. */
export function readSynthesis(out: string): Manifest | undefined {
  return new SynthesisFolder(out).read();
}

/** Tells whether a synthesis was made of this very design. */
export function designHash(design: Design): string {
  return createHash('sha256').update(JSON.stringify(design)).digest('hex');
}

function manifestOf(design: Design, emitted: readonly EmittedStack[]): Manifest {
  const byName = new Map(emitted.map((stack) => [stack.name, stack]));
  const stacks = inOrder(design.stacks).flatMap(({ key, ...stack }) => {
    const one = byName.get(key);
    return one === undefined
      ? []
      : [{ name: key, ...stack, resources: resourceCount(one), inputs: one.inputs, places: one.places }];
  });
  return { format: 1, egov: version(), environment: design.environment, input: designHash(design), stacks };
}

function version(): string {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version;
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
