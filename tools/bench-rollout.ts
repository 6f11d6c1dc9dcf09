/**
 * 3,200 environments that there are not through a real server of Temporal: `bench-rollout.ts [COUNT]`. Figures beside
 * their targets. The work is a stub that takes no time, and the server keeps its database in memory: what is measured is
 * the engine.
 */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedProgram } from '../engines/engine-cache';
import { TEMPORAL } from '../engines/engine-pin';
import { reportOf } from '../rollout/rollout-report';
import { beginOn } from '../test/support/rollout-engines';
import { changesIn, TestServer, TestWorker } from '../test/support/temporal';

const COUNT = Number(process.argv[2] ?? 3200);
const PORT = 28_334;

async function measure(): Promise<void> {
  if (!existsSync(cachedProgram(TEMPORAL, process.env)))
    throw new Error('egov engines install temporal builds the server');
  const server = new TestServer(PORT, true);
  const changes = join(mkdtempSync(join(tmpdir(), 'bench-')), 'changes');
  const work = { count: COUNT, seed: 7, refused: 2, transient: 0, pace: 0, jobs: 64 };
  await server.start();
  const worker = await TestWorker.start(server.address, changes, work);
  try {
    const settings = { canary: 0, wave: 500, jobs: 64, maxFailures: 10_000, soakMinutes: 0 };
    const began = process.hrtime.bigint();
    const seconds = (): number => Number(process.hrtime.bigint() - began) / 1e9;
    const rollout = await beginOn(server, { settings, work });
    const first = await rollout.goOn();
    const preflight = seconds();
    await rollout.add([{ type: 'started', by: 'li' }]);
    const last = await rollout.goOn();
    const all = seconds();
    const { totals } = reportOf(await rollout.state());
    await rollout.close();
    const memory = await worker.stop();
    const changed = changesIn(changes).map(({ id }) => id);
    const say = (what: string, got: string, target: string): void =>
      void process.stdout.write(`${what.padEnd(44)}${got.padStart(12)}   ${target}\n`);
    say('environments', `${COUNT}`, '3,200');
    say('preflight, s', preflight.toFixed(1), '');
    say('all, s', all.toFixed(1), '≤ 180');
    say('per environment, s', (all / COUNT).toFixed(3), '≤ 1.5');
    say('memory of the worker, MB', memory.toFixed(0), '≤ 500');
    say('memory of the client, MB', (process.resourceUsage().maxRSS / 1024).toFixed(0), '≤ 500');
    say('done + failed', `${totals.done} + ${totals.failed}`, `${COUNT}`);
    say('changed, each once', `${changed.length} ${new Set(changed).size}`, `${totals.done}`);
    say('waited for', `${first.for}, ${last.for}`, 'start, budget');
  } finally {
    await worker.kill();
    await server.kill();
  }
}

measure().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
