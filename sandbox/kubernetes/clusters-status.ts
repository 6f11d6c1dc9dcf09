import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Daemons } from '../daemons';
import { residentBytes } from '../resident-memory';
import { defaultState } from '../sandbox-folder';
import type { SandboxService, SandboxStatus } from '../sandbox-status';
import { kubeconfigFile } from './cluster-credentials';
import { clusterDaemonNames } from './cluster-daemons';
import { type ClusterSettings, clusterPorts, readClusterSettings, type SandboxCluster } from './cluster-settings';

export interface ClustersStatus {
  readonly condition: SandboxStatus['condition'];
  readonly state: string;
  readonly settings: ClusterSettings | undefined;
  readonly services: readonly SandboxService[];
  readonly clusters: readonly (SandboxCluster & { readonly server: string })[];
  /** For `KUBECONFIG`, with a context for each cluster; undefined when there is none. */
  readonly kubeconfig: string | undefined;
}

/** Beside the OpenStack of the sandbox, whose folder is removed and restored as a whole. */
export function defaultClustersState(): string {
  return join(`${defaultState()}-kubernetes`);
}

/** What runs. Asks the processes and not the services, so it is quick and never waits. */
export function clustersStatus(props: { readonly state?: string | undefined } = {}): ClustersStatus {
  const state = resolve(props.state ?? defaultClustersState());
  const settings = readClusterSettings(state);
  if (settings === undefined)
    return { condition: 'absent', state, settings, services: [], clusters: [], kubeconfig: undefined };
  const daemons = new Daemons(state);
  const services = clusterDaemonNames(settings).map((name) => {
    const pid = daemons.alive(name)?.pid;
    return { name, pid, memoryBytes: pid === undefined ? 0 : residentBytes(pid), log: daemons.logOf(name) };
  });
  const running = services.filter((service) => service.pid !== undefined).length;
  const file = kubeconfigFile(state);
  return {
    condition: running === 0 ? 'down' : running < services.length ? 'partial' : 'up',
    state,
    settings,
    services,
    clusters: settings.clusters.map((cluster) => ({
      ...cluster,
      server: `https://127.0.0.1:${clusterPorts(settings, cluster.name).api}`,
    })),
    kubeconfig: existsSync(file) ? file : undefined,
  };
}
