import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf, isAlive } from '../../../engines/process-identity';
import { Daemons } from '../../../sandbox/daemons';
import { residentBytes } from '../../../sandbox/resident-memory';

let folder: string;
let daemons: Daemons;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-daemons-'));
  daemons = new Daemons(folder, 200);
});
afterEach(async () => {
  await daemons.stop(daemons.names());
  rmSync(folder, { recursive: true });
});

const sleeper = { name: 'sleeper', command: 'sleep', arguments: ['600'] };

test('a program that does not exist is an error and leaves no pid file', async () => {
  await expect(daemons.start({ ...sleeper, command: 'no-such-program' })).rejects.toThrow('ENOENT');
  expect(daemons.names()).toEqual([]);
});

test('a program is alive until it is stopped, and then gone', async () => {
  await daemons.start(sleeper);
  const identity = daemons.alive('sleeper');
  expect(identity).toEqual(identityOf(identity?.pid as number));
  expect(residentBytes(identity?.pid as number)).toBeGreaterThan(0);
  await daemons.stop(['sleeper']);
  expect(isAlive(identity as NonNullable<typeof identity>)).toBe(false);
  expect(daemons.names()).toEqual([]);
});

test('a program that does not obey SIGTERM is killed', async () => {
  const script = "trap '' TERM; echo deaf; while :; do sleep 1; done";
  await daemons.start({ name: 'deaf', command: 'sh', arguments: ['-c', script] });
  while (!readFileSync(daemons.logOf('deaf'), 'utf8').includes('deaf')) await new Promise((r) => setTimeout(r, 10));
  const identity = daemons.alive('deaf');
  await daemons.stop(['deaf']);
  expect(isAlive(identity as NonNullable<typeof identity>)).toBe(false);
});

test('a stale pid file that names another process kills nobody', async () => {
  mkdirSync(join(folder, 'pids'));
  const stale = join(folder, 'pids', 'neutron.json');
  writeFileSync(stale, JSON.stringify({ pid: process.pid, started: '1' }));
  expect(daemons.alive('neutron')).toBeUndefined();
  expect(daemons.names()).toEqual(['neutron']);
  await daemons.stop(['neutron']);
  expect(existsSync(stale)).toBe(false);
});

test('a pid file of garbage is a program that does not run', () => {
  mkdirSync(join(folder, 'pids'));
  writeFileSync(join(folder, 'pids', 'nova.json'), 'not json');
  expect(daemons.alive('nova')).toBeUndefined();
});

test('what a program says goes to its log', async () => {
  await daemons.start({ name: 'speaker', command: 'sh', arguments: ['-c', 'echo out; echo err >&2; sleep 600'] });
  const log = () => readFileSync(daemons.logOf('speaker'), 'utf8');
  while (!log().includes('err')) await new Promise((r) => setTimeout(r, 10));
  expect(log()).toBe('out\nerr\n');
});

test('no process, no memory', () => {
  expect(residentBytes(2 ** 30)).toBe(0);
});
