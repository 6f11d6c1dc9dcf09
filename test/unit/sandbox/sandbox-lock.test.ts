import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../../sandbox/sandbox-lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const state = () => join(folder, 'sandbox');

test('a second command is refused and told who is at work', async () => {
  const second = withLock(state(), 'up', () => withLock(state(), 'down', async () => 'both'));
  await expect(second).rejects.toMatchObject({
    problems: [
      {
        code: 'SANDBOX_BUSY',
        message: { en: `egov sandbox up is at work (process ${process.pid})` },
        fix: { en: `wait for it, or end process ${process.pid}` },
      },
    ],
  });
});

test('the lock is given back after success and after failure', async () => {
  expect(await withLock(state(), 'up', async () => 7)).toBe(7);
  await expect(withLock(state(), 'up', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a process that ended holds nothing', async () => {
  writeFileSync(`${state()}.lock`, JSON.stringify({ pid: process.pid, started: '1', command: 'up' }));
  expect(await withLock(state(), 'down', async () => 'done')).toBe('done');
  expect(existsSync(`${state()}.lock`)).toBe(false);
});

test('a lock of garbage holds nothing', async () => {
  writeFileSync(`${state()}.lock`, '{');
  expect(await withLock(state(), 'down', async () => 'done')).toBe('done');
});
