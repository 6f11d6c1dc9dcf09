import { existsSync } from 'node:fs';
import { type Problem, ProblemsError } from '../model/problem';
import { ENGINE_MISSING } from '../model/problems/engine-problems';
import { cachedProgram } from './engine-cache';
import {
  ENGINE_SETS,
  type EnginePin,
  type EngineSet,
  KUBERNETES_PROVIDER,
  OPENSTACK_PROVIDER,
  OPENTOFU,
  PULUMI,
  TEMPORAL,
} from './engine-pin';
import { findOpenTofu } from './find-opentofu';
import { hasCachedProvider } from './provider-mirror';
import { findKubernetesProvider, findPulumi, missingInCache } from './pulumi/find-pulumi';
import type { Surroundings } from './surroundings';

/** One engine as `egov engines list` and `egov doctor` show it. */
export interface EngineState {
  readonly name: string;
  /** The side of a cloud that it serves. */
  readonly set: EngineSet;
  /** The version that the toolkit is tested with. */
  readonly pinned: string;
  /** What is here, and what led to it: `EGOV_TOFU`, `EGOV_PULUMI`, `PATH`, `cache` or `PULUMI_HOME`. */
  readonly found?: { readonly path: string; readonly version: string; readonly where: string };
  /** Why it cannot be used; empty when it can. */
  readonly problems: readonly Problem[];
}

/** The state of every engine; a missing one is an answer, not an error. */
export async function listEngines(surroundings: Surroundings): Promise<EngineState[]> {
  return [
    await foundState(OPENTOFU, 'openstack', () => findOpenTofu(surroundings)),
    providerState(surroundings),
    await foundState(PULUMI, 'kubernetes', () => findPulumi(surroundings)),
    ...ENGINE_SETS.kubernetes.filter((pin) => pin !== PULUMI).map((pin) => kubernetesState(pin, surroundings)),
    temporalState(surroundings),
  ];
}

async function foundState(
  { name, version }: EnginePin,
  set: EngineSet,
  find: () => Promise<NonNullable<EngineState['found']>>,
): Promise<EngineState> {
  const state = { name, set, pinned: version };
  try {
    return { ...state, found: await find(), problems: [] };
  } catch (error) {
    if (error instanceof ProblemsError) return { ...state, problems: error.problems };
    throw error;
  }
}

function providerState(surroundings: Surroundings): EngineState {
  const { name, version } = OPENSTACK_PROVIDER;
  const state = { name, set: 'openstack' as const, pinned: version };
  if (hasCachedProvider(surroundings)) {
    const path = cachedProgram(OPENSTACK_PROVIDER, surroundings);
    return { ...state, found: { path, version, where: 'cache' }, problems: [] };
  }
  const looked = [`the cache (egov/engines/${OPENSTACK_PROVIDER.folder})`];
  return { ...state, problems: [ENGINE_MISSING.at(name, { engine: 'the OpenStack provider', version, looked })] };
}

function temporalState(surroundings: Surroundings): EngineState {
  const { name, version, folder } = TEMPORAL;
  const state = { name, set: 'temporal' as const, pinned: version };
  const path = cachedProgram(TEMPORAL, surroundings);
  if (existsSync(path)) return { ...state, found: { path, version, where: 'cache' }, problems: [] };
  const looked = [`the cache (egov/engines/${folder})`];
  return { ...state, problems: [ENGINE_MISSING.at(name, { engine: name, version, looked })] };
}

function kubernetesState(pin: EnginePin, surroundings: Surroundings): EngineState {
  const { name, version } = pin;
  const cached = cachedProgram(pin, surroundings);
  const path = pin === KUBERNETES_PROVIDER ? findKubernetesProvider(surroundings) : cached;
  const state = { name, set: 'kubernetes' as const, pinned: version };
  if (path === undefined || !existsSync(path)) return { ...state, problems: [missingInCache(pin)] };
  return { ...state, found: { path, version, where: path === cached ? 'cache' : 'PULUMI_HOME' }, problems: [] };
}
