import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Problem } from '../model/problem';
import { SANDBOX_FOLDER } from '../model/problems/sandbox-problems';
import { type SandboxSettings, settingsFile } from './sandbox-settings';

type Environment = Readonly<Record<string, string | undefined>>;

/** `$XDG_STATE_HOME/egov/sandbox`, where the sandbox lives unless another folder is named. */
export function defaultState(env: Environment = process.env): string {
  return join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'egov', 'sandbox');
}

/** `$XDG_CACHE_HOME/egov/sandbox`: unpacked packages and seeds, shared by all sandboxes of a user. */
export function cacheFolder(env: Environment = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'egov', 'sandbox');
}

/** The folder that holds the Python package `egov_sandbox`, beside the sources and in an installed package. */
export function pythonFolder(start: string = __dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const python = join(folder, 'sandbox', 'openstack');
    if (existsSync(join(python, 'egov_sandbox'))) return python;
    if (folder === dirname(folder))
      throw new Error(`no sandbox/openstack above ${start}: the installation is incomplete`);
  }
}

/** A clean cloud of these settings, made by this version of the sandbox. */
export function seedFolder(settings: SandboxSettings): string {
  const python = join(pythonFolder(), 'egov_sandbox');
  const version = createHash('sha256');
  for (const file of pythonFiles(python)) version.update(file.slice(python.length)).update(readFileSync(file));
  return `${seedPrefix(settings)}${version.digest('hex').slice(0, 12)}`;
}

/** Seeds of these settings begin with this, whatever version made them. */
export function seedPrefix({ regions, network, portOffset, physnets, azs }: SandboxSettings): string {
  const hash = createHash('sha256').update(JSON.stringify([regions, network, portOffset, physnets, azs]));
  return join(cacheFolder(), 'seeds', `${hash.digest('hex').slice(0, 12)}-`);
}

function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === '__pycache__' ? [] : pythonFiles(path);
      return entry.name.endsWith('.py') ? [path] : [];
    })
    .sort();
}

/** The name of a unix socket has at most 107 bytes, on Linux. */
const LONGEST_SOCKET = 107;

export function folderProblems(state: string, settings: SandboxSettings): Problem[] {
  const longest = Math.max(
    ...settings.regions.map((region) => Buffer.byteLength(join(state, region, 'ovn', 'northd.ctl'))),
  );
  const refuse = (en: string, zh: string) => SANDBOX_FOLDER.at(state, { folder: state, reason: { en, zh } });
  if (longest > LONGEST_SOCKET) {
    const over = longest - LONGEST_SOCKET;
    return [
      refuse(`is too long a path for unix sockets, by ${over} bytes`, `路径过长，超出 unix 套接字限制 ${over} 字节`),
    ];
  }
  return isForeign(state) ? [refuse('holds files that are not of a sandbox', '含有不属于沙箱的文件')] : [];
}

/** True for a folder with content that no sandbox wrote: it is neither used nor removed. */
export function isForeign(state: string): boolean {
  if (existsSync(settingsFile(state))) return false;
  try {
    return readdirSync(state).length > 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}
