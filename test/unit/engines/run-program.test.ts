import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runProgram } from '../../../engines/run-program';
import { temporaryFolder, writeProgram } from '../../support/engines-fake';

const folder = temporaryFolder();
const surroundings = { PATH: process.env['PATH'] };
const run = (script: string, more: Partial<Parameters<typeof runProgram>[0]> = {}) =>
  runProgram({ program: writeProgram(join(folder, 'program'), script), args: [], folder, surroundings, ...more });

/** Whether a process is over; one that waits to be collected by the system's first process is. */
function isOver(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/**
 * Whether the process ends by itself soon. A killed process closes its files before it counts as ended
 * (`exit_files` precedes `exit_notify` in the kernel's `do_exit`), so its output can end first.
 */
async function ends(pid: number): Promise<boolean> {
  for (const end = Date.now() + 5_000; Date.now() < end; await setTimeout(5)) if (isOver(pid)) return true;
  return false;
}

test('a program that is not there rejects with the reason of the system', async () => {
  await expect(runProgram({ program: join(folder, 'none'), args: [], folder, surroundings })).rejects.toThrow('ENOENT');
});

test('a failure is an answer: exit code and the last lines of standard error', async () => {
  const end = await run('echo out; echo first >&2; echo second >&2; exit 3');
  expect(end).toEqual({ code: 3, end: 'exit code 3', stdout: 'out', lastLines: ['first', 'second'] });
});

test('a program killed from outside is reported with the signal and what it said last', async () => {
  const end = await run('echo "allocating" ; kill -9 $$');
  expect(end).toEqual({ code: undefined, end: 'signal SIGKILL', stdout: 'allocating', lastLines: ['allocating'] });
});

test('only the last twelve lines are kept for the report', async () => {
  const { lastLines } = await run('i=0; while [ $i -lt 30 ]; do i=$((i+1)); echo "line $i" >&2; done; exit 1');
  expect(lastLines).toHaveLength(12);
  expect(lastLines[11]).toBe('line 30');
});

test('secrets of the surroundings never reach a line that a person reads', async () => {
  const lines: string[] = [];
  const end = await run('echo "user admin password $OS_PASSWORD"; exit 1', {
    surroundings: { ...surroundings, OS_PASSWORD: 'hunter22' },
    onLine: (line) => lines.push(line),
  });
  expect(lines).toEqual(['user admin password ***']);
  expect(end.lastLines).toEqual(['user admin password ***']);
});

test('an interrupt comes once and lets the program put its state away', async () => {
  const stop = new AbortController();
  const end = await run('trap "echo saved; exit 0" INT; echo ready; while :; do sleep 0.05; done', {
    signal: stop.signal,
    onLine: (line) => line === 'ready' && stop.abort(),
  });
  expect(end).toEqual({ code: 0, end: 'exit code 0', stdout: 'ready\nsaved', lastLines: ['ready', 'saved'] });
});

test('a program that ignores the interrupt is killed after the grace period, with its children', async () => {
  const stop = new AbortController();
  const pids: number[] = [];
  const end = await run('trap "" INT; sleep 60 & echo "$$"; echo "$!"; wait; sleep 60', {
    signal: stop.signal,
    grace: 50,
    onLine: (line) => pids.push(Number(line)) === 2 && stop.abort(),
  });
  expect(end.end).toBe('signal SIGKILL');
  expect(await Promise.all(pids.map(ends))).toEqual([true, true]);
});

test('a child left behind does not outlive a program that was killed from outside', async () => {
  const end = await run('sleep 60 & echo "$!"; kill -9 $$');
  expect(end.end).toBe('signal SIGKILL');
  expect(await ends(Number(end.stdout))).toBe(true);
});

test('a signal that was already given stops the program at once', async () => {
  const end = await run('exec sleep 60', { signal: AbortSignal.abort(), grace: 5_000 });
  expect(end.end).toBe('signal SIGINT');
});
