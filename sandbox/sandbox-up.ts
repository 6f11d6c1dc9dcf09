import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Problem, ProblemsError } from '../model/problem';
import { SANDBOX_SETTINGS } from '../model/problems/sandbox-problems';
import { daemonNames } from './cloud-daemons';
import { writeClouds } from './clouds-file';
import { packageProblems, unpackPackages } from './debian-packages';
import { keepLogs } from './failed-logs';
import { defaultState, folderProblems } from './sandbox-folder';
import { withLock } from './sandbox-lock';
import { type Progress, SandboxRun } from './sandbox-run';
import { hasSeed, isComplete, markComplete, restoreSeed, saveSeed } from './sandbox-seed';
import {
  defaultSettings,
  portsOf,
  readSettings,
  type SandboxSettings,
  settingsProblems,
  writeSettings,
} from './sandbox-settings';
import { type SandboxStatus, sandboxStatus } from './sandbox-status';
import { createCloud, startCloud } from './start-cloud';
import { portProblems } from './taken-ports';

export interface SandboxUpProps extends Partial<SandboxSettings> {
  /** Folder of the sandbox. The default is `$XDG_STATE_HOME/egov/sandbox`. */
  readonly state?: string | undefined;
  readonly onProgress?: Progress | undefined;
  /** Ends what was started and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings the sandbox up: starts a sandbox that exists as it was left, else restores the clean cloud of these settings,
 * else makes it. A sandbox that runs stays as it is; the rest of a half-started one is ended first.
 *
 * Throws ProblemsError (SANDBOX_*), with nothing left running and the logs kept in `STATE.failed`.
 */
export function sandboxUp(props: SandboxUpProps = {}): Promise<SandboxStatus> {
  const state = resolve(props.state ?? defaultState());
  return withLock(state, 'up', () => up(state, props));
}

/**
 * Like `sandboxUp`, but with a clean cloud: whatever is in the sandbox is lost. Settings that are not given stay as
 * they were.
 */
export function sandboxReset(props: SandboxUpProps = {}): Promise<SandboxStatus> {
  const state = resolve(props.state ?? defaultState());
  return withLock(state, 'reset', async () => {
    const settings = settingsOf(props, readSettings(state));
    refuse([...settingsProblems(settings), ...folderProblems(state, settings), ...(await packageProblems())]);
    const run = new SandboxRun(state, props.signal, props.onProgress);
    run.step('end the sandbox', '停止沙箱');
    await run.daemons.stop(run.daemons.names());
    rmSync(state, { recursive: true, force: true });
    return up(state, { ...props, ...settings });
  });
}

async function up(state: string, props: SandboxUpProps): Promise<SandboxStatus> {
  const existing = readSettings(state);
  const settings = settingsOf(props, existing);
  refuse([
    ...settingsProblems(settings),
    ...(existing === undefined ? [] : changedSettings(state, existing, settings)),
    ...folderProblems(state, settings),
    ...(await packageProblems()),
  ]);
  const run = new SandboxRun(state, props.signal, props.onProgress);
  if (existing !== undefined && daemonNames(settings).every((name) => run.daemons.alive(name) !== undefined))
    return sandboxStatus({ state });
  if (run.daemons.names().length > 0) {
    run.step('end the rest of an earlier start', '清理上次未完成的启动');
    await run.daemons.stop(run.daemons.names());
  }
  refuse(await portProblems((portOffset) => portsOf({ ...settings, portOffset }), settings.portOffset));
  try {
    await bringUp(run, settings);
  } catch (error) {
    await run.daemons.stop(run.daemons.names());
    keepLogs(state);
    throw error;
  }
  return sandboxStatus({ state });
}

async function bringUp(run: SandboxRun, settings: SandboxSettings): Promise<void> {
  const { state } = run;
  run.step('look for the packages', '检查软件包');
  const packages = await unpackPackages(settings.network, run.signal);
  if (!isComplete(state)) rmSync(state, { recursive: true, force: true });
  if (!existsSync(state)) {
    if (!hasSeed(settings)) await makeSeed(run, settings, packages);
    else await restoreSeed(run, settings);
  }
  writeSettings(state, settings, packages);
  writeClouds(state, settings);
  await startCloud(run, settings);
}

/** A new cloud from nothing. It is ended for its copy to be whole. */
async function makeSeed(run: SandboxRun, settings: SandboxSettings, packages: string): Promise<void> {
  writeSettings(run.state, settings, packages);
  await createCloud(run, settings);
  await startCloud(run, settings);
  run.step('furnish zones, volume types and quotas', '准备可用区、卷类型与配额');
  for (const region of settings.regions) await run.python('furnish', region);
  run.step('end the services', '停止服务');
  await run.daemons.stop(run.daemons.names());
  markComplete(run.state);
  await saveSeed(run, settings);
}

function settingsOf(props: SandboxUpProps, existing: SandboxSettings | undefined): SandboxSettings {
  const start = existing ?? defaultSettings;
  return {
    regions: props.regions ?? start.regions,
    network: props.network ?? start.network,
    portOffset: props.portOffset ?? start.portOffset,
    physnets: props.physnets ?? start.physnets,
    azs: props.azs ?? start.azs,
    tokenSeconds: props.tokenSeconds ?? start.tokenSeconds,
  };
}

function changedSettings(state: string, was: SandboxSettings, asked: SandboxSettings): Problem[] {
  const names = ['regions', 'network', 'portOffset', 'physnets', 'azs'] as const;
  return names
    .map((setting) => ({ setting, was: String(was[setting]), asked: String(asked[setting]) }))
    .filter((difference) => difference.was !== difference.asked)
    .map((difference) => SANDBOX_SETTINGS.at(state, difference));
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}
