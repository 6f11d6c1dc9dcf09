import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../../../engines/install-lock';
import { temporaryFolder } from '../../support/engines-fake';

const path = join(temporaryFolder(), 'lock');

test('work that fails gives the lock back', async () => {
  const work = withLock({ path }, () => Promise.reject(new Error('no')));
  await expect(work).rejects.toThrow('no');
  expect(existsSync(path)).toBe(false);
});

test('waiting for another owner can be stopped, and names the owner once', async () => {
  writeFileSync(path, `${process.pid}\n`);
  const stop = new AbortController();
  const owners: number[] = [];
  const onWait = (owner: number): void => {
    owners.push(owner);
    setTimeout(() => stop.abort(), 20);
  };
  const work = withLock({ path, signal: stop.signal, onWait, pause: 1 }, async () => 'done');
  await expect(work).rejects.toThrow('aborted');
  expect(owners).toEqual([process.pid]);
  expect(existsSync(path)).toBe(true);
});

test('two works under one lock never overlap', async () => {
  const trace: string[] = [];
  const other = join(path, '../other');
  const work = (name: string) =>
    withLock({ path: other, pause: 1 }, async () => {
      trace.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      trace.push(`${name} out`);
    });
  await Promise.all(['a', 'b', 'c'].map(work));
  expect(trace.map((step) => step.split(' ')[1])).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
});
