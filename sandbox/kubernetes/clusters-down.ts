import { existsSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Problem, ProblemsError } from '../../model/problem';
import { SANDBOX_FOLDER } from '../../model/problems/sandbox-problems';
import { withLock } from '../sandbox-lock';
import { type Progress, SandboxRun } from '../sandbox-run';
import { clusterSettingsFile } from './cluster-settings';
import { type ClustersStatus, clustersStatus, defaultClustersState } from './clusters-status';

export interface ClustersDownProps {
  readonly state?: string | undefined;
  /** Also removes what is in the clusters. By default it stays on disk, and `clustersUp` starts them as they were. */
  readonly wipe?: boolean | undefined;
  readonly onProgress?: Progress | undefined;
}

/** Ends every process of the clusters. One that does not run is no problem. */
export function clustersDown(props: ClustersDownProps = {}): Promise<ClustersStatus> {
  const state = resolve(props.state ?? defaultClustersState());
  return withLock(state, 'down --kubernetes', async () => {
    const run = new SandboxRun(state, undefined, props.onProgress);
    const names = run.daemons.names();
    if (names.length > 0) run.step('end the clusters', '停止集群');
    // An API server that loses etcd first writes long traces.
    const rank = (name: string): number => (name === 'etcd' ? 2 : name.startsWith('apiserver-') ? 1 : 0);
    for (const at of [0, 1, 2]) await run.daemons.stop(names.filter((name) => rank(name) === at));
    if (props.wipe) {
      const problems = foreignFolder(state);
      if (problems.length > 0) throw new ProblemsError(problems);
      rmSync(state, { recursive: true, force: true });
    }
    return clustersStatus({ state });
  });
}

/** A folder with content that no such sandbox wrote is neither used nor removed. */
export function foreignFolder(state: string): Problem[] {
  if (existsSync(clusterSettingsFile(state)) || !existsSync(state) || readdirSync(state).length === 0) return [];
  const reason = { en: 'holds files that are not of a sandbox', zh: '含有不属于沙箱的文件' };
  return [SANDBOX_FOLDER.at(state, { folder: state, reason })];
}
