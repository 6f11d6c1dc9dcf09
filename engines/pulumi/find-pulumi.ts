import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Problem, ProblemsError } from '../../model/problem';
import {
  ENGINE_FAILED,
  ENGINE_MISSING,
  ENGINE_NOT_EXECUTABLE,
  ENGINE_VERSION,
} from '../../model/problems/engine-problems';
import { cachedProgram } from '../engine-cache';
import { acceptsPulumi, type EnginePin, KUBERNETES_PROVIDER, PULUMI, PULUMI_ACCEPTED } from '../engine-pin';
import { programOnPath, reasonNotExecutable } from '../find-opentofu';
import { runProgram } from '../run-program';
import type { Surroundings } from '../surroundings';

export interface FoundPulumi {
  readonly path: string;
  /** As it says itself: `3.230.0`. */
  readonly version: string;
  /** What led to it. */
  readonly where: 'EGOV_PULUMI' | 'PATH' | 'cache';
}

/**
 * Finds Pulumi: `EGOV_PULUMI`, then PATH, then the user's cache. A path in EGOV_PULUMI is meant, so that a wrong one is
 * a problem; a wrong version on PATH only sends the search on. Throws ProblemsError when none of them fits.
 */
export async function findPulumi(surroundings: Surroundings): Promise<FoundPulumi> {
  const given = surroundings['EGOV_PULUMI'] ?? '';
  const onPath = programOnPath('pulumi', surroundings);
  const cached = cachedProgram(PULUMI, surroundings);
  const candidates: Pick<FoundPulumi, 'path' | 'where'>[] =
    given === ''
      ? [
          ...(onPath === undefined ? [] : [{ path: onPath, where: 'PATH' as const }]),
          ...(reasonNotExecutable(cached) === undefined ? [{ path: cached, where: 'cache' as const }] : []),
        ]
      : [{ path: given, where: 'EGOV_PULUMI' }];
  const problems: Problem[] = [];
  for (const { path, where } of candidates) {
    const checked = await versionOf(path, surroundings);
    if (typeof checked === 'string') return { path, version: checked, where };
    problems.push(checked);
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  const looked = ['EGOV_PULUMI', 'PATH', `the cache (egov/engines/${PULUMI.folder})`];
  throw new ProblemsError([ENGINE_MISSING.at('pulumi', { engine: 'Pulumi', version: PULUMI.version, looked })]);
}

/** Its version, or why it cannot be used. */
async function versionOf(path: string, surroundings: Surroundings): Promise<string | Problem> {
  const engine = 'Pulumi';
  const reason = reasonNotExecutable(path);
  if (reason !== undefined) return ENGINE_NOT_EXECUTABLE.at(path, { engine, reason });
  try {
    const { code, stdout, end, lastLines } = await runProgram({
      program: path,
      args: ['version'],
      folder: '/',
      surroundings: { ...surroundings, PULUMI_SKIP_UPDATE_CHECK: 'true' },
    });
    if (code !== 0) return ENGINE_FAILED.at(path, { command: 'pulumi version', end, lines: lastLines });
    const [, version] = /^v?(\d+\.\d+\.\d+)/.exec(stdout.trim()) ?? [];
    if (version !== undefined && acceptsPulumi(version)) return version;
    const found = version === undefined ? 'no Pulumi' : `Pulumi ${version}`;
    return ENGINE_VERSION.at(path, { engine, found, wanted: PULUMI_ACCEPTED });
  } catch (error) {
    return ENGINE_NOT_EXECUTABLE.at(path, { engine, reason: (error as Error).message });
  }
}

/** Where Pulumi's provider of Kubernetes is: our cache, or where `pulumi plugin install` puts it. */
export function findKubernetesProvider(surroundings: Surroundings): string | undefined {
  const home = surroundings['PULUMI_HOME'] || join(surroundings['HOME'] ?? homedir(), '.pulumi');
  const { program, version } = KUBERNETES_PROVIDER;
  const paths = [
    cachedProgram(KUBERNETES_PROVIDER, surroundings),
    join(home, 'plugins', `resource-kubernetes-v${version}`, program),
  ];
  return paths.find((path) => reasonNotExecutable(path) === undefined);
}

/** The folder to put on the PATH of Pulumi. Throws ProblemsError when the provider is missing. */
export function kubernetesProviderFolder(surroundings: Surroundings): string {
  const found = findKubernetesProvider(surroundings);
  if (found === undefined) throw new ProblemsError([missingInCache(KUBERNETES_PROVIDER)]);
  return dirname(found);
}

export function missingInCache(pin: EnginePin): Problem {
  const looked = [`the cache (egov/engines/${pin.folder})`];
  return ENGINE_MISSING.at(pin.name, { engine: pin.name, version: pin.version, looked });
}
