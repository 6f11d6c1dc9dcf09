import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '../../../../engines/process-identity';
import { giveBackLeftLocks } from '../../../../engines/pulumi/left-locks';
import { pulumiFolder } from '../../../../engines/pulumi/pulumi-folder';

const folder = mkdtempSync(join(tmpdir(), 'left-locks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The number of a process that has ended, and was waited for. */
const ended = () => spawnSync('/bin/true').pid;

let made = 0;
function locksOf(...locks: readonly unknown[]): string {
  made += 1;
  const path = join(folder, `${made}`);
  mkdirSync(path);
  locks.forEach((lock, index) => {
    writeFileSync(join(path, `${index}.json`), typeof lock === 'string' ? lock : JSON.stringify(lock));
    writeFileSync(join(path, `${index}.json.attrs`), '{}');
  });
  return path;
}

test('where no lock ever was, nothing is given back', () =>
  expect(giveBackLeftLocks(join(folder, 'absent'))).toEqual([]));

test('locks of who lives, of another machine and such as nobody can read stay', () => {
  const path = locksOf(
    { pid: process.pid, hostname: hostname() },
    { pid: ended(), hostname: `not-${hostname()}` },
    { hostname: hostname() },
    '{"pid":',
  );
  expect(giveBackLeftLocks(path)).toEqual([]);
  expect(readdirSync(path)).toHaveLength(8);
});

test('the lock of a process that is gone is given back, and the others stay', () => {
  const pid = ended();
  const path = locksOf({ pid: process.pid, hostname: hostname() }, { pid, hostname: hostname() });
  expect(giveBackLeftLocks(path)).toEqual([pid]);
  expect(readdirSync(path).sort()).toEqual(['0.json', '0.json.attrs']);
});

test('what a killed leader of a session had started is ended, and nothing of another session', async () => {
  // As Pulumi starts its provider: a group of its own, in the session of its leader.
  const script = 'setsid sh -c \'set -m; sleep 60 & echo "$$ $!"; exec sleep 60\'';
  const child = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  const numbers = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
  const [leader, started] = numbers.trim().split(' ').map(Number) as [number, number];
  const closed = new Promise((resolve) => child.once('close', resolve));
  process.kill(leader, 'SIGKILL');
  // The output is closed only when every process that has it is gone.
  const path = locksOf({ pid: leader, hostname: hostname() });
  while (giveBackLeftLocks(path).length === 0) await new Promise((again) => setTimeout(again, 20));
  await closed;
  expect(identityOf(started)).toBeUndefined();
  expect(readdirSync(path)).toEqual([]);
});

test('folders of processes that were killed go with the next one, and those of who lives stay', () => {
  const parent = join(folder, 'tmp');
  mkdirSync(parent);
  const [left, living, foreign] = [
    `egov-pulumi-${ended()}-aB3dE9`,
    `egov-pulumi-${process.pid}-aB3dE9`,
    'egov-pulumi-notes',
  ];
  for (const name of [left, living, foreign]) {
    mkdirSync(join(parent, name));
    writeFileSync(join(parent, name, 'kubeconfig'), '');
  }
  const mine = pulumiFolder(parent);
  expect(readdirSync(parent).sort()).toEqual([mine.slice(parent.length + 1), living, foreign].sort());
});
