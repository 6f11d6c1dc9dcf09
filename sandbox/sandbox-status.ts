import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { daemonNames } from './cloud-daemons';
import { cloudsFile } from './clouds-file';
import { Daemons } from './daemons';
import { residentBytes } from './resident-memory';
import { defaultState } from './sandbox-folder';
import { keystonePort, readSettings, type SandboxSettings } from './sandbox-settings';

export interface SandboxService {
  /** Such as `neutron-hebei-sjz`. */
  readonly name: string;
  /** Undefined when it does not run. */
  readonly pid: number | undefined;
  readonly memoryBytes: number;
  readonly log: string;
}

export interface SandboxStatus {
  /** `absent`: there is none here. `partial`: some services run, some do not. */
  readonly condition: 'absent' | 'down' | 'partial' | 'up';
  readonly state: string;
  readonly settings: SandboxSettings | undefined;
  readonly services: readonly SandboxService[];
  /** For `OS_CLIENT_CONFIG_FILE`, with the clouds `sandbox` and `sandbox-reader`; undefined when there is none. */
  readonly cloudsFile: string | undefined;
  readonly authUrl: string | undefined;
}

/** What runs. Asks the processes and not the services, so it is quick and never waits. */
export function sandboxStatus(props: { readonly state?: string | undefined } = {}): SandboxStatus {
  const state = resolve(props.state ?? defaultState());
  const existing = readSettings(state);
  if (existing === undefined)
    return { condition: 'absent', state, settings: undefined, services: [], cloudsFile: undefined, authUrl: undefined };
  const { state: _, ...settings } = existing;
  const daemons = new Daemons(state);
  const services = daemonNames(settings).map((name) => {
    const pid = daemons.alive(name)?.pid;
    return { name, pid, memoryBytes: pid === undefined ? 0 : residentBytes(pid), log: daemons.logOf(name) };
  });
  const running = services.filter((service) => service.pid !== undefined).length;
  return {
    condition: running === 0 ? 'down' : running < services.length ? 'partial' : 'up',
    state,
    settings,
    services,
    cloudsFile: existsSync(cloudsFile(state)) ? cloudsFile(state) : undefined,
    authUrl: `http://127.0.0.1:${keystonePort(settings)}/v3`,
  };
}
