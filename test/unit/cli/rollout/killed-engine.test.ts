import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Journal } from '../../../../cli/rollout/journal';
import { reportOf } from '../../../../rollout/rollout-report';
import { ROOT } from '../../../support/repository-files';
import { counties, created } from '../../../support/rollout-example';

/** The process compiles what it loads. */
jest.setTimeout(180_000);

const MEMBERS = 40;
const folder = mkdtempSync(join(tmpdir(), 'rollout-'));
const [file, changes] = [join(folder, 'journal.jsonl'), join(folder, 'changes')];

function start(): ChildProcess {
  const script = join(ROOT, 'test/support/rollout-process.ts');
  const args = ['-r', 'ts-node/register/transpile-only', script, file, changes];
  return spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
}

const changed = () => (existsSync(changes) ? readFileSync(changes, 'utf8').split('\n').filter(Boolean) : []);

/** Kills the engine as soon as so many clouds were changed. */
async function killedAt(count: number): Promise<void> {
  const engine = start();
  const ended = new Promise((resolve) => engine.once('exit', (_, signal) => resolve(signal)));
  while (changed().length < count) await after(1);
  engine.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

async function end(): Promise<unknown> {
  let said = '';
  const engine = start();
  engine.stdout?.on('data', (part) => {
    said += part;
  });
  await new Promise((resolve) => engine.once('close', resolve));
  return JSON.parse(said);
}

test('an engine that was killed three times is followed by one that brings the rollout to its end', async () => {
  Journal.create(file, created(counties(MEMBERS), { canary: 2, wave: 10, jobs: 3, maxFailures: 1 }));
  const journal = new Journal(file, Date.now);
  expect(await end()).toEqual({ for: 'start' });
  journal.append({ type: 'started', by: 'li' });
  expect(await end()).toEqual({ for: 'approval' });
  journal.append({ type: 'approved', by: 'wang', through: 100 });
  for (const count of [8, 17, 30]) await killedAt(count);
  expect(await end()).toEqual({ for: 'end', outcome: 'done' });
  expect(reportOf(journal.state).totals).toMatchObject({ done: MEMBERS, failed: 0 });
  const counts = new Map<string, number>();
  for (const id of changed()) counts.set(id, (counts.get(id) ?? 0) + 1);
  expect(counts.size).toBe(MEMBERS);
  // Begun again is only what was not written down as applied: at most as many at each death as were worked on at once.
  expect(changed().length - MEMBERS).toBeLessThanOrEqual(3 * 3);
});
