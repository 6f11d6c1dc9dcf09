import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemsError } from '../model/problem';
import { ENGINE_INTERRUPTED, GO_MISSING } from '../model/problems/engine-problems';
import { cachedProgram, engineCache } from './engine-cache';
import { ENGINE_SETS, type EnginePin, type EngineSet } from './engine-pin';
import { programOnPath } from './find-opentofu';
import { OPENSTACK_RECIPES, type Recipe, TEMPORAL_RECIPES } from './go-build';
import { withLock } from './install-lock';
import { KUBERNETES_RECIPES } from './kubernetes-build';
import type { Surroundings } from './surroundings';

/** What the installation is at. */
export interface InstallStep {
  readonly engine: EnginePin;
  readonly state: 'waiting' | 'building' | 'installed' | 'present';
}

export interface InstallEnginesProps {
  readonly surroundings: Surroundings;
  /** Which sides of a cloud are to be served. @default openstack */
  readonly sets?: readonly EngineSet[];
  readonly signal?: AbortSignal;
  readonly onStep?: (step: InstallStep) => void;
}

const RECIPES: Readonly<Record<string, Recipe>> = { ...OPENSTACK_RECIPES, ...KUBERNETES_RECIPES, ...TEMPORAL_RECIPES };

/**
 * Builds what is missing of the pinned engines into the user's cache, one after another: each build uses every
 * processor. Whole or not at all, and safe beside another installation. Throws ProblemsError when Go is missing, a
 * build fails, or the work is stopped.
 */
export async function installEngines(props: InstallEnginesProps): Promise<void> {
  const cache = engineCache(props.surroundings);
  const sets = props.sets ?? ['openstack'];
  for (const engine of sets.flatMap((set): readonly EnginePin[] => ENGINE_SETS[set])) {
    if (isThere(engine, props)) {
      props.onStep?.({ engine, state: 'present' });
      continue;
    }
    const path = join(cache, `.${engine.folder}.lock`);
    const onWait = (): void => props.onStep?.({ engine, state: 'waiting' });
    try {
      await withLock({ path, onWait, ...signalOf(props) }, () => installOne(engine, props));
    } catch (error) {
      if (error instanceof ProblemsError || !props.signal?.aborted) throw error;
      throw new ProblemsError([ENGINE_INTERRUPTED.at(engine.name, { command: 'waiting for another installation' })]);
    }
  }
}

async function installOne(engine: EnginePin, props: InstallEnginesProps): Promise<void> {
  if (isThere(engine, props)) return props.onStep?.({ engine, state: 'present' });
  const recipe = RECIPES[engine.name];
  const go = programOnPath('go', props.surroundings);
  if (go === undefined || recipe === undefined) {
    throw new ProblemsError([GO_MISSING.at(engine.name, { engine: `${engine.name} ${engine.version}` })]);
  }
  props.onStep?.({ engine, state: 'building' });
  const cache = engineCache(props.surroundings);
  // Inside the cache, so that the last step is a rename within one file system.
  const draft = mkdtempSync(join(cache, `.${engine.folder}-`));
  try {
    const [work, whole] = [join(draft, 'work'), join(draft, engine.folder)];
    const out = join(whole, engine.program);
    mkdirSync(work);
    mkdirSync(dirname(out), { recursive: true });
    await recipe({ program: go, surroundings: props.surroundings, ...signalOf(props), work, out });
    const target = join(cache, engine.folder);
    rmSync(target, { recursive: true, force: true });
    renameSync(whole, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  props.onStep?.({ engine, state: 'installed' });
}

function isThere(engine: EnginePin, props: InstallEnginesProps): boolean {
  return existsSync(cachedProgram(engine, props.surroundings));
}

function signalOf({ signal }: InstallEnginesProps): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
