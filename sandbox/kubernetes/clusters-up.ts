import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { cachedProgram } from '../../engines/engine-cache';
import { ETCD, KUBE_APISERVER, KUBE_CONTROLLERS, KUBECTL } from '../../engines/engine-pin';
import { reasonNotExecutable } from '../../engines/find-opentofu';
import { missingInCache } from '../../engines/pulumi/find-pulumi';
import { type Problem, ProblemsError } from '../../model/problem';
import { SANDBOX_SERVICE, SANDBOX_SETTINGS } from '../../model/problems/sandbox-problems';
import { keepLogs } from '../failed-logs';
import { runTool } from '../run-tool';
import { withLock } from '../sandbox-lock';
import { type Progress, SandboxRun } from '../sandbox-run';
import { portProblems } from '../taken-ports';
import { kubeconfigFile, makeCredentials, writeKubeconfigs } from './cluster-credentials';
import { apiServerDaemon, clusterDaemonNames, controllersDaemon, etcdDaemon } from './cluster-daemons';
import {
  type ClusterSettings,
  clusterPortList,
  clusterProblems,
  readClusterSettings,
  type SandboxCluster,
  writeClusterSettings,
} from './cluster-settings';
import { foreignFolder } from './clusters-down';
import { type ClustersStatus, clustersStatus, defaultClustersState } from './clusters-status';

export interface ClustersUpProps {
  /** Clusters that are to be there; those that are there already stay. */
  readonly clusters: readonly SandboxCluster[];
  readonly portOffset?: number | undefined;
  /** Folder of the sandbox. @default beside that of the OpenStack sandbox */
  readonly state?: string | undefined;
  readonly onProgress?: Progress | undefined;
  /** Ends what was started and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings up Kubernetes API servers on loopback, with etcd and controllers, as they were left or new. What runs stays as
 * it is. Throws ProblemsError (SANDBOX_*, ENGINE_MISSING), with nothing left running and the logs in `STATE.failed`.
 */
export function clustersUp(props: ClustersUpProps): Promise<ClustersStatus> {
  const state = resolve(props.state ?? defaultClustersState());
  return withLock(state, 'up --kubernetes', () => up(state, props));
}

/** Like `clustersUp`, with empty clusters: whatever is in them is lost. */
export function clustersReset(props: ClustersUpProps): Promise<ClustersStatus> {
  const state = resolve(props.state ?? defaultClustersState());
  return withLock(state, 'reset --kubernetes', async () => {
    const { portOffset } = readClusterSettings(state) ?? {};
    refuse(foreignFolder(state));
    const run = new SandboxRun(state, props.signal, props.onProgress);
    await run.daemons.stop(run.daemons.names());
    rmSync(state, { recursive: true, force: true });
    return up(state, { ...props, portOffset: props.portOffset ?? portOffset });
  });
}

async function up(state: string, props: ClustersUpProps): Promise<ClustersStatus> {
  const existing = readClusterSettings(state);
  const settings = settingsOf(props, existing);
  refuse([...clusterProblems(settings), ...changedOffset(state, existing, settings), ...foreignFolder(state)]);
  refuse(missingEngines());
  const run = new SandboxRun(state, props.signal, props.onProgress);
  const wanted = clusterDaemonNames(settings);
  const running = wanted.every((name) => run.daemons.alive(name) !== undefined);
  if (!running) {
    if (run.daemons.names().length > 0) {
      run.step('end the rest of an earlier start', '清理上次未完成的启动');
      await run.daemons.stop(run.daemons.names());
    }
    refuse(await portProblems((portOffset) => clusterPortList({ ...settings, portOffset }), settings.portOffset));
  }
  try {
    writeClusterSettings(state, settings);
    if (!running) await start(run, settings);
    for (const cluster of settings.clusters) await claim(run, cluster);
  } catch (error) {
    await run.daemons.stop(run.daemons.names());
    keepLogs(state);
    throw error;
  }
  return clustersStatus({ state });
}

async function start(run: SandboxRun, settings: ClusterSettings): Promise<void> {
  const { state } = run;
  for (const { name } of settings.clusters) makeCredentials(state, name);
  writeKubeconfigs(state, settings);
  run.step('start etcd', '启动 etcd');
  await run.start(etcdDaemon(state, settings));
  for (const { name } of settings.clusters) {
    run.step(`start the API server of ${name}`, `启动 ${name} 的 API 服务器`);
    await run.start(apiServerDaemon(state, settings, name));
  }
  for (const { name } of settings.clusters) {
    const daemon = apiServerDaemon(state, settings, name);
    const ready = async () => (await kubectl(run, name, ['get', '--raw', '/readyz'])).code === 0;
    await run.until(daemon.name, ready, READY_SECONDS);
    await run.start(controllersDaemon(state, settings, name));
  }
  for (const { name } of settings.clusters) {
    // The first thing that controllers make: without it no pod is admitted.
    const account = ['get', 'serviceaccount', 'default', '--namespace=default'];
    const ready = async () => (await kubectl(run, name, account)).code === 0;
    await run.until(controllersDaemon(state, settings, name).name, ready, READY_SECONDS);
  }
}

/** On two busy cores an API server answers after some seconds. */
const READY_SECONDS = 120;

/** Lets a cluster say whose it is, as the administrator of a real one does once. */
async function claim(run: SandboxRun, { name, identity }: SandboxCluster): Promise<void> {
  if (identity === undefined) return;
  const data = { environment: identity.environment, plane: identity.plane };
  const metadata = { name: 'egov-cluster', namespace: 'kube-system' };
  const object = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
  const result = await kubectl(run, name, ['apply', '--server-side', '--force-conflicts', '-f', '-'], object);
  if (result.code === 0) return;
  const what = { en: `cannot be claimed for ${identity.environment}`, zh: `无法标记为 ${identity.environment}` };
  const lines = result.stderr.trim().split('\n');
  throw new ProblemsError([SANDBOX_SERVICE.at(name, { service: name, what, log: run.daemons.logOf(name), lines })]);
}

function kubectl(run: SandboxRun, cluster: string, args: readonly string[], input?: string) {
  const options = [`--kubeconfig=${kubeconfigFile(run.state)}`, `--context=${cluster}`, '--request-timeout=10s'];
  return runTool(cachedProgram(KUBECTL, process.env), [...options, ...args], { input, signal: run.signal });
}

function settingsOf({ clusters, portOffset }: ClustersUpProps, existing: ClusterSettings | undefined): ClusterSettings {
  const asked = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const kept = (existing?.clusters ?? []).map((cluster) => asked.get(cluster.name) ?? cluster);
  const names = new Set(kept.map(({ name }) => name));
  const added = [...asked.values()].filter(({ name }) => !names.has(name));
  return { clusters: [...kept, ...added], portOffset: portOffset ?? existing?.portOffset ?? 0 };
}

function changedOffset(state: string, was: ClusterSettings | undefined, asked: ClusterSettings): Problem[] {
  if (was === undefined || was.portOffset === asked.portOffset) return [];
  const values = { setting: 'portOffset', was: String(was.portOffset), asked: String(asked.portOffset) };
  return [SANDBOX_SETTINGS.at(state, values)];
}

function missingEngines(): Problem[] {
  const pins = [ETCD, KUBE_APISERVER, KUBE_CONTROLLERS, KUBECTL];
  return pins
    .filter((pin) => reasonNotExecutable(cachedProgram(pin, process.env)) !== undefined)
    .map((pin) => missingInCache(pin));
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}
