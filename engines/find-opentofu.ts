import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Problem } from '../model/problem';
import { ProblemsError } from '../model/problem';
import {
  ENGINE_FAILED,
  ENGINE_MISSING,
  ENGINE_NOT_EXECUTABLE,
  ENGINE_VERSION,
} from '../model/problems/engine-problems';
import { cachedProgram } from './engine-cache';
import { acceptsOpenTofu, OPENTOFU, OPENTOFU_ACCEPTED } from './engine-pin';
import { runProgram } from './run-program';
import type { Surroundings } from './surroundings';

export interface FoundEngine {
  readonly path: string;
  /** As it says itself, without a build suffix: `1.12.6`. */
  readonly version: string;
  /** What led to it: `EGOV_TOFU`, `PATH`, or the user's cache. */
  readonly where: 'EGOV_TOFU' | 'PATH' | 'cache';
}

/**
 * Finds OpenTofu: `EGOV_TOFU`, then PATH, then the user's cache. A path in EGOV_TOFU is meant, so that a wrong one is a
 * problem; a wrong version on PATH only sends the search on. Throws ProblemsError when none of them fits.
 */
export async function findOpenTofu(surroundings: Surroundings): Promise<FoundEngine> {
  const given = surroundings['EGOV_TOFU'] ?? '';
  if (given !== '') return oneOf([await check({ path: given, where: 'EGOV_TOFU' }, surroundings)]);
  const checked: (FoundEngine | Problem)[] = [];
  for (const candidate of candidates(surroundings)) {
    const result = await check(candidate, surroundings);
    checked.push(result);
    if ('where' in result) break;
  }
  return oneOf(checked);
}

type Candidate = Pick<FoundEngine, 'path' | 'where'>;

function candidates(surroundings: Surroundings): Candidate[] {
  const onPath = programOnPath('tofu', surroundings);
  const cached = cachedProgram(OPENTOFU, surroundings);
  return [
    ...(onPath === undefined ? [] : [{ path: onPath, where: 'PATH' as const }]),
    ...(reasonNotExecutable(cached) === undefined ? [{ path: cached, where: 'cache' as const }] : []),
  ];
}

/** The first program of that name on PATH. */
export function programOnPath(name: string, surroundings: Surroundings): string | undefined {
  const folders = (surroundings['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => reasonNotExecutable(path) === undefined);
}

function oneOf(checked: readonly (FoundEngine | Problem)[]): FoundEngine {
  const found = checked.find((result): result is FoundEngine => 'where' in result);
  if (found !== undefined) return found;
  const problems = checked.filter((result): result is Problem => 'code' in result);
  throw new ProblemsError(problems.length > 0 ? problems : [missing()]);
}

function missing(): Problem {
  const looked = ['EGOV_TOFU', 'PATH', `the cache (egov/engines/${OPENTOFU.folder})`];
  return ENGINE_MISSING.at('opentofu', { engine: 'OpenTofu', version: OPENTOFU.version, looked });
}

async function check({ path, where }: Candidate, surroundings: Surroundings): Promise<FoundEngine | Problem> {
  const reason = reasonNotExecutable(path);
  if (reason !== undefined) return ENGINE_NOT_EXECUTABLE.at(path, { engine: 'OpenTofu', reason });
  try {
    // The machine-readable version of Terraform looks the same; only the spoken one says who speaks.
    const { code, stdout, end, lastLines } = await runProgram({
      program: path,
      args: ['version'],
      folder: '/',
      surroundings: { ...surroundings, TF_CLI_CONFIG_FILE: undefined, CHECKPOINT_DISABLE: '1' },
    });
    if (code !== 0) return ENGINE_FAILED.at(path, { command: 'tofu version', end, lines: lastLines });
    const [, product = '', version = ''] = /(\w+) v(\d+\.\d+\.\d+)/.exec(stdout) ?? [];
    if (product === 'OpenTofu' && acceptsOpenTofu(version)) return { path, version, where };
    const found = version === '' ? 'no OpenTofu' : `${product} ${version}`;
    return ENGINE_VERSION.at(path, { engine: 'OpenTofu', found, wanted: OPENTOFU_ACCEPTED });
  } catch (error) {
    return ENGINE_NOT_EXECUTABLE.at(path, { engine: 'OpenTofu', reason: (error as Error).message });
  }
}

/** Why a path is no program that can be run; `undefined` where it is one. */
export function reasonNotExecutable(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return 'not a file';
    accessSync(path, constants.X_OK);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : 'not executable';
  }
}
