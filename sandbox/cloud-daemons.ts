import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Daemon } from './daemons';
import { packagesFolder } from './debian-packages';
import { pythonFolder } from './sandbox-folder';
import type { PortName, SandboxSettings } from './sandbox-settings';

/** Debian's interpreter, whose libraries the services are; never another one on PATH. */
export const PYTHON = '/usr/bin/python3';

/** Services of a region, in the order in which they are started; they wait for each other by themselves. */
export const regionalServices = [
  'placement',
  'glance',
  'neutron',
  'cinder',
  'nova',
  'octavia',
  'barbican',
  'designate',
] as const satisfies readonly PortName[];

/** Environment of everything that the sandbox runs: its Python package, and the unpacked programs. */
export function sandboxEnvironment(): Record<string, string> {
  const unpacked = packagesFolder();
  return {
    PYTHONPATH: pythonFolder(),
    PYTHONDONTWRITEBYTECODE: '1',
    PATH: ['/usr/sbin:/usr/bin:/sbin:/bin', join(unpacked, 'usr/bin'), join(unpacked, 'usr/sbin')].join(':'),
  };
}

/** `python3 -m egov_sandbox STATE …`, whose commands egov_sandbox/__main__.py lists. */
export function pythonArguments(state: string, ...rest: readonly string[]): string[] {
  return ['-m', 'egov_sandbox', state, ...rest];
}

/** The database of all services: on a unix socket only, and without durability, for nothing here outlives a reset. */
export function mariadb(state: string): Daemon {
  const root = userInfo().uid === 0 ? ['--user=root'] : [];
  return {
    name: 'mariadb',
    command: 'mariadbd',
    arguments: [
      '--no-defaults',
      ...root,
      `--datadir=${join(state, 'mysql')}`,
      `--socket=${join(state, 'mysql.sock')}`,
      `--pid-file=${join(state, 'mysql.pid')}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-flush-method=nosync',
      '--innodb-doublewrite=0',
      '--innodb-buffer-pool-size=128M',
      '--innodb-log-file-size=48M',
      '--skip-log-bin',
      '--max-connections=600',
      '--performance-schema=OFF',
      '--table-open-cache=4000',
      // A region has 640 tables, and InnoDB lets go of those beyond the default of 400.
      '--table-definition-cache=4000',
    ],
    env: sandboxEnvironment(),
  };
}

export function keystone(state: string): Daemon {
  return python(state, 'keystone', 'serve', 'keystone');
}

export function service(state: string, region: string, name: string): Daemon {
  return python(state, `${name}-${region}`, 'serve', name, region);
}

function python(state: string, name: string, ...args: readonly string[]): Daemon {
  return { name, command: PYTHON, arguments: pythonArguments(state, ...args), env: sandboxEnvironment() };
}

/** OVN of a region: two databases and northd; `ovn` is the stand-in for the controllers. Unix sockets only. */
export function ovnDatabases(state: string, region: string): Daemon[] {
  const folder = join(state, region, 'ovn');
  const env = { ...sandboxEnvironment(), ...ovnFolders(folder) };
  const quiet = ['-vconsole:info', '-vfile:off', '-vsyslog:off'];
  const databases = (['nb', 'sb'] as const).map((which) => ({
    name: `ovn-${which}-${region}`,
    command: 'ovsdb-server',
    arguments: [
      join(folder, `${which}.db`),
      `--remote=punix:${join(folder, `${which}.sock`)}`,
      `--unixctl=${join(folder, `${which}.ctl`)}`,
      ...quiet,
    ],
    env,
  }));
  const northd = {
    name: `ovn-northd-${region}`,
    command: 'ovn-northd',
    arguments: [
      `--ovnnb-db=unix:${join(folder, 'nb.sock')}`,
      `--ovnsb-db=unix:${join(folder, 'sb.sock')}`,
      `--unixctl=${join(folder, 'northd.ctl')}`,
      ...quiet,
    ],
    env,
  };
  return [...databases, northd];
}

/** OVN's programs keep run-time files in these; by default they are system folders. */
export function ovnFolders(folder: string): Record<string, string> {
  const names = ['OVN_RUNDIR', 'OVS_RUNDIR', 'OVN_LOGDIR', 'OVS_LOGDIR', 'OVN_DBDIR', 'OVS_DBDIR', 'OVS_SYSCONFDIR'];
  return Object.fromEntries(names.map((name) => [name, folder]));
}

/** Names of all daemons of a sandbox, as its pid files call them. */
export function daemonNames(settings: SandboxSettings): string[] {
  return ['mariadb', 'keystone', ...settings.regions.flatMap((region) => regionDaemonNames(settings, region))];
}

export function regionDaemonNames(settings: SandboxSettings, region: string): string[] {
  const ovn = settings.network === 'ovn' ? ['ovn-nb', 'ovn-sb', 'ovn-northd', 'ovn'] : [];
  return [...ovn, ...regionalServices].map((name) => `${name}-${region}`);
}
