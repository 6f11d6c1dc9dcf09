/**
 * `npm run bench:rollout:live [-- COUNT]`: what a rollout costs above the commands that it runs, on a sandbox cloud with three
 * small counties, or COUNT, by the local engine and by a worker of Temporal, one county at a time: the time from `rollout plan`
 * to the end of `rollout start`, without that of the commands, which say themselves how long they took. Whole rounds are not
 * compared: the cloud is some ten seconds slower or faster from one to the next.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import type { RolloutReport } from '../rollout/rollout-report';
import { SmallCounties } from '../test/support/small-counties';
import { TestServer } from '../test/support/temporal';

const ROOT = resolve(__dirname, '..');
const COUNT = Number(process.argv[2] ?? 3);
const OFFSET = '3700';
const PORT = 28_352;
const CLOUD = ['--cloud', 'sandbox', '--only', 'openstack'];
const TARGETS = { local: 0.5, temporal: 1.5 };

async function main(): Promise<void> {
  const counties = new SmallCounties(COUNT);
  const { folder, ids } = counties;
  const state = join(folder, 's');
  const env = { ...process.env, OS_CLIENT_CONFIG_FILE: join(state, 'clouds.yaml') };
  const [script, times] = [join(folder, 'timed.js'), join(folder, 'times')];
  writeFileSync(script, timed(times));
  const egov = (...words: string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
      cwd: folder,
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(`egov ${words.join(' ')} ended with ${status}\n${stdout}${stderr}`);
    return stdout;
  };
  const seconds = (work: () => void): number => {
    const began = performance.now();
    work();
    return (performance.now() - began) / 1000;
  };
  const clear = (): void => {
    for (const id of ids) egov('destroy', id, ...CLOUD, '--yes');
  };
  const rollout = (...at: string[]): void => {
    const rules = ['--jobs', '1', '--canary', '1', '--soak', '0', '--one-alone', '--cloud', 'sandbox', '--by', 'li'];
    const { rollout: id } = JSON.parse(egov('rollout', 'plan', ...rules, ...at, '--json')) as RolloutReport;
    const { totals } = JSON.parse(egov('rollout', 'start', id, '--by', 'li', '--json')) as RolloutReport;
    if (totals.done !== ids.length) throw new Error(`${totals.done} of ${ids.length} are done`);
  };
  const server = new TestServer(PORT);
  const address = ['--address', server.address];
  let worker: ChildProcess | undefined;
  try {
    egov('sandbox', 'up', ...ids, '--state', state, '--port-offset', OFFSET);
    const measure = (engine: keyof typeof TARGETS, work: () => void): void => {
      writeFileSync(times, '');
      const took = seconds(work);
      const each = (took - inCommands(times)) / ids.length;
      const verdict = each <= TARGETS[engine] ? 'met' : 'not met';
      const load = (loadavg()[0] ?? 0).toFixed(1);
      process.stdout.write(
        `${engine.padEnd(10)}${took.toFixed(1).padStart(7)} s in all, above the commands ${each.toFixed(2)} s for each of ${ids.length}   target ≤ ${TARGETS[engine]} s: ${verdict}   load ${load}\n`,
      );
      clear();
    };
    measure('local', () => rollout());
    await server.start();
    const log = openSync(join(folder, 'worker.log'), 'w+');
    const words = ['rollout', 'worker', ...address, '--queue', '{province}', '--jobs', '1'];
    worker = spawn(process.execPath, [script, ...words], { cwd: folder, env, stdio: ['ignore', log, log] });
    // It says when it listens, after it has bundled the workflow.
    while (fstatSync(log).size === 0) {
      if (worker.exitCode !== null) throw new Error(`the worker ended with ${worker.exitCode}`);
      await new Promise((done) => setTimeout(done, 200));
    }
    measure('temporal', () => rollout('--queue', '{province}', ...address));
  } finally {
    worker?.kill('SIGKILL');
    await server.kill();
    spawnSync(process.execPath, [script, 'sandbox', 'down', '--wipe', '--state', state], { stdio: 'inherit' });
    counties.remove();
  }
}

/** `bin/egov.js`, and what it starts, each of which writes down how long it took. */
function timed(file: string): string {
  return `
const began = Date.now();
process.on('exit', () => require('node:fs').appendFileSync(${JSON.stringify(file)},
  JSON.stringify({ command: process.argv[2], seconds: (Date.now() - began) / 1000 }) + '\\n'));
require(${JSON.stringify(join(ROOT, 'bin/egov.js'))});
`;
}

/** Seconds in commands on environments. */
function inCommands(file: string): number {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const all = lines.map((line) => JSON.parse(line) as { readonly command: string; readonly seconds: number });
  return all.filter(({ command }) => command !== 'rollout').reduce((sum, one) => sum + one.seconds, 0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
