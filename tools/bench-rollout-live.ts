/**
 * `npm run bench:rollout:live [-- COUNT]`: what a rollout costs above its commands run by hand, on a sandbox cloud with three
 * small counties, or COUNT: checked, planned, applied as planned, planned again and asked for drift, by hand, by the local
 * engine and by a worker of Temporal, one county at a time. Figures beside their targets, with the load of the last minute.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  const script = join(ROOT, 'bin/egov.js');
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
  const byHand = (): void => {
    mkdirSync(join(folder, 'plans'), { recursive: true });
    for (const id of ids) egov('check', id);
    for (const id of ids) egov('plan', id, ...CLOUD, '--save', join(folder, 'plans', `${id}.json`));
    for (const id of ids) {
      egov('apply', id, '--saved', join(folder, 'plans', `${id}.json`), '--yes', ...CLOUD);
      egov('plan', id, ...CLOUD, '--detailed-exitcode');
      egov('drift', id, ...CLOUD);
    }
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
    const figures: [string, number, number][] = [];
    const measure = (what: string, work: () => void): number => {
      const took = seconds(work);
      figures.push([what, took, loadavg()[0] ?? 0]);
      process.stderr.write(`${what}: ${took.toFixed(1)} s\n`);
      clear();
      return took;
    };
    const plain = measure('commands by hand', byHand);
    const local = measure('rollout, local', () => rollout());
    await server.start();
    const log = join(folder, 'worker.log');
    writeFileSync(log, '');
    worker = spawn(
      'sh',
      [
        '-c',
        `exec "$0" "$@" > ${log} 2>&1`,
        process.execPath,
        script,
        'rollout',
        'worker',
        ...address,
        '--queue',
        '{province}',
        '--jobs',
        '1',
      ],
      { cwd: folder, env, stdio: 'ignore' },
    );
    // It bundles the workflow before it listens.
    while (!readFileSync(log, 'utf8').trim()) await new Promise((done) => setTimeout(done, 200));
    const temporal = measure('rollout, Temporal', () => rollout('--queue', '{province}', ...address));
    for (const [what, took, load] of figures)
      process.stdout.write(`${what.padEnd(40)}${took.toFixed(1).padStart(8)} s   load ${load.toFixed(1)}\n`);
    for (const [name, took, target] of [
      ['local', local, TARGETS.local],
      ['Temporal', temporal, TARGETS.temporal],
    ] as const) {
      const more = (took - plain) / ids.length;
      const verdict = more <= target ? 'met' : 'not met';
      process.stdout.write(
        `${`above them, each environment, ${name}`.padEnd(40)}${more.toFixed(2).padStart(8)} s   target ≤ ${target} s: ${verdict}\n`,
      );
    }
  } finally {
    worker?.kill('SIGKILL');
    await server.kill();
    spawnSync(process.execPath, [script, 'sandbox', 'down', '--wipe', '--state', state], { stdio: 'inherit' });
    counties.remove();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
