import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ProblemsError } from '../model/problem';
import { SANDBOX_SERVICE } from '../model/problems/sandbox-problems';
import {
  keystone,
  mariadb,
  ovnDatabases,
  ovnFolders,
  regionalServices,
  sandboxEnvironment,
  service,
} from './cloud-daemons';
import { packagesFolder } from './debian-packages';
import { runTool } from './run-tool';
import type { SandboxRun } from './sandbox-run';
import { keystonePort, type SandboxSettings, servicePort } from './sandbox-settings';

/** Makes databases, schemas, accounts and catalogue in an empty state folder. Leaves MariaDB and Keystone running. */
export async function createCloud(run: SandboxRun, settings: SandboxSettings): Promise<void> {
  run.step('create the databases', '创建数据库');
  const { state } = run;
  await mkdir(join(state, 'mysql'), { recursive: true });
  await program(run, 'mariadb-install-db', [
    '--no-defaults',
    ...mariadb(state).arguments.filter((argument) => argument.startsWith('--user')),
    `--datadir=${join(state, 'mysql')}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  await run.python('configure');
  await startDatabase(run);
  await run.python('databases');
  run.step('create the schemas', '创建数据表');
  const migrations = [['keystone'], ...settings.regions.flatMap((region) => regionalServices.map((s) => [s, region]))];
  await sideBySide(migrations, (args) => run.python('migrate', ...args));
  await startKeystone(run, settings);
  run.step('create accounts and catalogue', '创建账号与服务目录');
  await run.python('bootstrap');
}

/** Starts what is not running of a cloud whose databases exist, and waits until it is ready. */
export async function startCloud(run: SandboxRun, settings: SandboxSettings): Promise<void> {
  await run.python('configure');
  await startDatabase(run);
  await run.python('open-tables');
  await startKeystone(run, settings);
  await startRegions(run, settings, settings.regions);
}

export async function startDatabase(run: SandboxRun): Promise<void> {
  if (run.daemons.alive('mariadb') !== undefined) return;
  run.step('start the database', '启动数据库');
  await run.start(mariadb(run.state));
  await run.until('mariadb', () => accepts(join(run.state, 'mysql.sock')));
}

async function startKeystone(run: SandboxRun, settings: SandboxSettings): Promise<void> {
  if (run.daemons.alive('keystone') !== undefined) return;
  run.step('start keystone', '启动 keystone');
  await run.start(keystone(run.state));
  await run.answers('keystone', keystonePort(settings));
}

/** The services of some regions. Keystone and the database are running. */
export async function startRegions(
  run: SandboxRun,
  settings: SandboxSettings,
  regions: readonly string[],
): Promise<void> {
  const { state } = run;
  if (settings.network === 'ovn') {
    run.step('start OVN', '启动 OVN');
    for (const region of regions) await startOvn(run, region);
  }
  run.step(`start the services of ${regions.join(', ')}`, `启动 ${regions.join('、')} 的服务`);
  const answers = (region: string, name: (typeof regionalServices)[number]) =>
    run.answers(`${name}-${region}`, servicePort(settings, region, name));
  for (const region of regions) for (const name of regionalServices) await run.start(service(state, region, name));
  for (const region of regions) for (const name of regionalServices) await answers(region, name);
  run.step('wait for hosts, storage and agents', '等待主机、存储与代理就绪');
  for (const region of regions) await run.python('ready', region);
}

async function startOvn(run: SandboxRun, region: string): Promise<void> {
  const folder = join(run.state, region, 'ovn');
  await mkdir(folder, { recursive: true });
  for (const which of ['nb', 'sb']) {
    const file = join(folder, `${which}.db`);
    const schema = join(packagesFolder(), 'usr/share/ovn', `ovn-${which}.ovsschema`);
    if (!existsSync(file)) await program(run, 'ovsdb-tool', ['create', file, schema], ovnFolders(folder));
  }
  for (const daemon of ovnDatabases(run.state, region)) {
    await run.start(daemon);
    const socket = daemon.name.startsWith('ovn-northd') ? 'northd.ctl' : `${daemon.name.slice(4, 6)}.sock`;
    await run.until(daemon.name, () => accepts(join(folder, socket)));
  }
  await run.start(service(run.state, region, 'ovn'));
}

/** True when something accepts on a unix socket. */
function accepts(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function program(run: SandboxRun, command: string, args: readonly string[], env = {}): Promise<void> {
  const result = await runTool(command, args, { env: { ...sandboxEnvironment(), ...env }, signal: run.signal });
  if (result.code === 0) return;
  const lines = result.stderr.trim().split('\n').slice(-8);
  const what = { en: 'failed', zh: '失败' };
  throw new ProblemsError([SANDBOX_SERVICE.at(command, { service: command, what, log: run.state, lines })]);
}

/** All of them, as many at a time as there are processors; the first failure is thrown when all have ended. */
async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.max(2, cpus().length) }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
