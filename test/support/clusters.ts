import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedProgram } from '../../engines/engine-cache';
import { ENGINE_SETS, type EnginePin, KUBECTL } from '../../engines/engine-pin';
import { clustersDown } from '../../sandbox/kubernetes/clusters-down';
import { required } from './engines';

/** An API server answers after seconds, and after a minute where two cores have much else to do. */
export const CLUSTER_PATIENCE = 300_000;

/**
 * A `describe` that needs the engines of Kubernetes, with a folder for the clusters; whatever runs there is ended.
 * Like those that start a cloud, these tests take minutes: they run where `EGOV_REQUIRE` lists `kubernetes`, and fail
 * there where an engine is missing; elsewhere they are skipped, with the reason in their name.
 */
export function describeWithClusters(
  name: string,
  tests: (state: () => string) => void,
  pins: readonly EnginePin[] = ENGINE_SETS.kubernetes,
): void {
  const missing = pins.find((pin) => !existsSync(cachedProgram(pin, process.env)));
  if (missing !== undefined && required('kubernetes')) {
    describe(name, () => {
      test('has its engines', () => {
        throw new Error(`EGOV_REQUIRE asks for kubernetes, and ${missing.name} ${missing.version} is not installed`);
      });
    });
    return;
  }
  const asked = required('kubernetes');
  const title = asked ? name : `${name} (skipped: EGOV_REQUIRE=kubernetes runs it)`;
  (asked ? describe : describe.skip)(title, () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'clusters-'));
    });
    // Ended first: without its folder nobody knows the processes any more.
    afterAll(async () => {
      await clustersDown({ state: join(folder, 's') });
      rmSync(folder, { recursive: true, force: true });
    }, CLUSTER_PATIENCE);
    tests(() => join(folder, 's'));
  });
}

export interface KubectlEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the pinned kubectl on a cluster of the sandbox. */
export function kubectl(state: string, cluster: string, args: readonly string[], input?: string): KubectlEnd {
  const where = [`--kubeconfig=${join(state, 'kubeconfig')}`, `--context=${cluster}`];
  const program = cachedProgram(KUBECTL, process.env);
  const { status, stdout, stderr } = spawnSync(program, [...where, ...args], {
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
  return { code: status, stdout, stderr };
}
