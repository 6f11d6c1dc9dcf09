import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedProgram, engineCache } from './engine-cache';
import { OPENSTACK_PROVIDER, PROVIDER_ADDRESS } from './engine-pin';
import type { Surroundings } from './surroundings';

/**
 * Surroundings in which OpenTofu takes the provider from the user's cache, by a symbolic link, so that 400 stacks share
 * one copy of it. When the cache has no provider, the surroundings stay as they are: OpenTofu then follows the user's
 * own configuration, and usually fetches the provider from its registry.
 */
export function withProviderMirror(surroundings: Surroundings): Surroundings {
  if (!hasCachedProvider(surroundings)) return surroundings;
  const cache = engineCache(surroundings);
  const config = join(cache, `${OPENSTACK_PROVIDER.folder}.tofurc`);
  writeIfOther(config, configFor(join(cache, OPENSTACK_PROVIDER.folder)));
  // With a plugin cache OpenTofu would copy the provider into it instead of linking.
  return { ...surroundings, TF_CLI_CONFIG_FILE: config, TF_PLUGIN_CACHE_DIR: undefined };
}

export function hasCachedProvider(surroundings: Surroundings): boolean {
  return existsSync(cachedProgram(OPENSTACK_PROVIDER, surroundings));
}

function configFor(mirror: string): string {
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = [${JSON.stringify(PROVIDER_ADDRESS)}]
  }
  direct {
    exclude = [${JSON.stringify(PROVIDER_ADDRESS)}]
  }
}
`;
}

/** Whole or not at all: several commands may start at the same time. */
function writeIfOther(path: string, content: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}
