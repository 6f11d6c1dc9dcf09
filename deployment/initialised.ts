import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundEngine } from '../engines/find-opentofu';
import { LEFT_PROVIDERS } from './left-providers';
import { writtenDefinition } from './stack-folders';
import type { StackUnit } from './stack-unit';

/** Goes with the folder that it speaks of. */
const NOTE = '.terraform/egov-initialised';

/**
 * Whether this very OpenTofu prepared the folder before for what the stack asks of it now, so that `tofu init` is not
 * needed. A state that lies with a server is asked for anew each time, since what leads there comes
 * from the surroundings, too.
 */
export function isInitialised(stack: StackUnit, engine: FoundEngine): boolean {
  const note = join(stack.folder, NOTE);
  return existsSync(note) && readFileSync(note, 'utf8') === asked(stack, engine);
}

/** Notes that this OpenTofu has prepared the folder of a stack. */
export function noteInitialised(stack: StackUnit, engine: FoundEngine): void {
  const prepared = asked(stack, engine);
  if (prepared !== undefined && existsSync(join(stack.folder, '.terraform')))
    writeFileSync(join(stack.folder, NOTE), prepared);
}

/** What decides about the preparation; `undefined` where it has to be made each time. */
function asked(stack: StackUnit, { path, version }: FoundEngine): string | undefined {
  if (stack.backend !== 'local' || existsSync(join(stack.folder, LEFT_PROVIDERS))) return undefined;
  const { terraform = {} } = writtenDefinition(stack) as { terraform?: RequiredProviders };
  const providers = Object.values(terraform.required_providers ?? {});
  const there = ({ source = '', version = '' }: RequiredProvider) =>
    holdsProvider(join(stack.folder, '.terraform/providers/registry.opentofu.org', source, version));
  if (!providers.every(there) || !existsSync(join(stack.folder, '.terraform.lock.hcl'))) return undefined;
  return createHash('sha256')
    .update(JSON.stringify([path, version, terraform]))
    .digest('hex');
}

/** A provider is a link into a mirror, which may have gone. */
function holdsProvider(folder: string): boolean {
  const platforms = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.lock')) : [];
  return platforms.some((platform) => existsSync(join(folder, platform)));
}

interface RequiredProvider {
  readonly source?: string;
  readonly version?: string;
}

interface RequiredProviders {
  readonly required_providers?: Readonly<Record<string, RequiredProvider>>;
}
