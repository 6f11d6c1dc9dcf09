import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ProblemsError } from '../model/problem';
import { SANDBOX_DOWN, SANDBOX_FOLDER, SANDBOX_REGION } from '../model/problems/sandbox-problems';
import { regionDaemonNames } from './cloud-daemons';
import { defaultState, isForeign } from './sandbox-folder';
import { withLock } from './sandbox-lock';
import { type Progress, SandboxRun } from './sandbox-run';
import { readSettings, type SandboxSettings } from './sandbox-settings';
import { type SandboxStatus, sandboxStatus } from './sandbox-status';
import { startRegions } from './start-cloud';

export interface SandboxDownProps {
  readonly state?: string | undefined;
  /** Also removes the cloud. By default it stays on disk, and `sandboxUp` starts it as it was. */
  readonly wipe?: boolean | undefined;
  readonly onProgress?: Progress | undefined;
}

/** Ends every process of the sandbox. One that does not run is no problem. */
export function sandboxDown(props: SandboxDownProps = {}): Promise<SandboxStatus> {
  const state = resolve(props.state ?? defaultState());
  return withLock(state, 'down', async () => {
    const run = new SandboxRun(state, undefined, props.onProgress);
    run.step('end the services', '停止服务');
    // The database is last: services that lose it first write long traces.
    await run.daemons.stop(run.daemons.names().filter((name) => name !== 'mariadb'));
    await run.daemons.stop(['mariadb']);
    if (props.wipe) wipe(state);
    return sandboxStatus({ state });
  });
}

function wipe(state: string): void {
  if (isForeign(state)) {
    const reason = { en: 'holds files that are not of a sandbox', zh: '含有不属于沙箱的文件' };
    throw new ProblemsError([SANDBOX_FOLDER.at(state, { folder: state, reason })]);
  }
  rmSync(state, { recursive: true, force: true });
}

export interface SandboxRegionProps {
  readonly state?: string | undefined;
  readonly region: string;
  readonly onProgress?: Progress | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Takes the APIs of one region away, as a fault does. Throws ProblemsError when there is no such region. */
export function sandboxStopRegion(props: SandboxRegionProps): Promise<SandboxStatus> {
  return onRegion(props, 'stop-region', (run, settings) => run.daemons.stop(regionDaemonNames(settings, props.region)));
}

/** Brings a region back that `sandboxStopRegion` took away. */
export function sandboxStartRegion(props: SandboxRegionProps): Promise<SandboxStatus> {
  return onRegion(props, 'start-region', async (run, settings) => {
    if (run.daemons.alive('keystone') === undefined)
      throw new ProblemsError([SANDBOX_DOWN.at(run.state, { part: 'keystone' })]);
    await startRegions(run, settings, [props.region]);
  });
}

function onRegion(
  props: SandboxRegionProps,
  command: string,
  work: (run: SandboxRun, settings: SandboxSettings) => Promise<void>,
): Promise<SandboxStatus> {
  const state = resolve(props.state ?? defaultState());
  return withLock(state, command, async () => {
    const settings = readSettings(state);
    if (settings === undefined) throw new ProblemsError([SANDBOX_DOWN.at(state, { part: 'the sandbox' })]);
    if (!settings.regions.includes(props.region))
      throw new ProblemsError([SANDBOX_REGION.at('--region', { region: props.region, known: settings.regions })]);
    await work(new SandboxRun(state, props.signal, props.onProgress), settings);
    return sandboxStatus({ state });
  });
}
