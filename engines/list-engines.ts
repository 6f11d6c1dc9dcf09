import { type Problem, ProblemsError } from '../model/problem';
import { ENGINE_MISSING } from '../model/problems/engine-problems';
import { cachedProgram } from './engine-cache';
import { OPENSTACK_PROVIDER, OPENTOFU } from './engine-pin';
import { findOpenTofu } from './find-opentofu';
import { hasCachedProvider } from './provider-mirror';
import type { Surroundings } from './surroundings';

/** One engine as `egov engines list` and `egov doctor` show it. */
export interface EngineState {
  readonly name: string;
  /** The version that the toolkit is tested with. */
  readonly pinned: string;
  /** What is here, and what led to it: `EGOV_TOFU`, `PATH` or `cache`. */
  readonly found?: { readonly path: string; readonly version: string; readonly where: string };
  /** Why it cannot be used; empty when it can. */
  readonly problems: readonly Problem[];
}

/** The state of every engine; a missing one is an answer, not an error. */
export async function listEngines(surroundings: Surroundings): Promise<EngineState[]> {
  return [await openTofuState(surroundings), providerState(surroundings)];
}

async function openTofuState(surroundings: Surroundings): Promise<EngineState> {
  const state = { name: OPENTOFU.name, pinned: OPENTOFU.version };
  try {
    return { ...state, found: await findOpenTofu(surroundings), problems: [] };
  } catch (error) {
    if (error instanceof ProblemsError) return { ...state, problems: error.problems };
    throw error;
  }
}

function providerState(surroundings: Surroundings): EngineState {
  const { name, version } = OPENSTACK_PROVIDER;
  const state = { name, pinned: version };
  if (hasCachedProvider(surroundings)) {
    const path = cachedProgram(OPENSTACK_PROVIDER, surroundings);
    return { ...state, found: { path, version, where: 'cache' }, problems: [] };
  }
  const looked = [`the cache (egov/engines/${OPENSTACK_PROVIDER.folder})`];
  return { ...state, problems: [ENGINE_MISSING.at(name, { engine: 'the OpenStack provider', version, looked })] };
}
