import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockHolder, withDeploymentLock } from '../../../deployment/deployment-lock';
import { temporaryFolder } from '../../support/engines-fake';

const folder = temporaryFolder();
const file = join(folder, 'deployment.lock');

test('a second command is refused, and told who is at work', async () => {
  await withDeploymentLock(file, 'apply hebei', async () => {
    const second = withDeploymentLock(file, 'destroy hebei', async () => 'done');
    await expect(second).rejects.toThrow(`egov apply hebei is at work since`);
    await expect(second).rejects.toThrow(`end process ${process.pid}`);
    expect(lockHolder(file)).toMatchObject({ pid: process.pid, command: 'apply hebei' });
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('work that fails gives the lock back', async () => {
  await expect(withDeploymentLock(file, 'apply', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(file)).toBe(false);
});

test.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, started: '1' }],
  ['another process that got its number', { pid: process.pid, started: '1' }],
])('the lock of %s holds nothing', async (_, holder) => {
  writeFileSync(file, JSON.stringify({ ...holder, command: 'apply', since: '' }));
  expect(lockHolder(file)).toBeUndefined();
  expect(await withDeploymentLock(file, 'apply', async () => 'done')).toBe('done');
});

test('a lock that was cut off holds nothing', async () => {
  writeFileSync(file, '{"pid":');
  expect(await withDeploymentLock(file, 'apply', async () => 'done')).toBe('done');
});
