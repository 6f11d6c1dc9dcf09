import { homedir } from 'node:os';
import { join } from 'node:path';
import type { EnginePin } from './engine-pin';
import type { Surroundings } from './surroundings';

/** Where engines are kept for all checkouts of a user: `$XDG_CACHE_HOME/egov/engines`. */
export function engineCache(surroundings: Surroundings): string {
  const given = surroundings['XDG_CACHE_HOME'] ?? '';
  // The specification of base directories tells to ignore a relative path.
  const cache = given.startsWith('/') ? given : join(surroundings['HOME'] ?? homedir(), '.cache');
  return join(cache, 'egov', 'engines');
}

/** The program of a pinned engine in the cache, whether it is there or not. */
export function cachedProgram(pin: EnginePin, surroundings: Surroundings): string {
  return join(engineCache(surroundings), pin.folder, pin.program);
}
