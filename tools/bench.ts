/**
 * `npm run bench`: what the toolkit costs, beside what it may cost. Each figure is the median of several runs in
 * processes of their own; `-- --json FILE` also writes them as JSON. It fails nothing: machines differ, people judge.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedProgram } from '../engines/engine-cache';
import { ENGINE_SETS } from '../engines/engine-pin';
import { packageRoot } from '../environments/package-root';
import { writeCounties } from './bench/counties';
import { type Figure, figureTable } from './bench/figure';

interface Run {
  readonly wall: number;
  readonly cpu: number;
}

const ROOT = packageRoot();
const ENVIRONMENTS = join(ROOT, 'environments');
const EGOV = join(ROOT, 'bin/egov.js');
const scratch = mkdtempSync(join(tmpdir(), 'egov-bench-'));

/** One process of ours: seconds on the clock, and of all processors. */
function egov(args: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}): Run {
  const usage = join(scratch, 'usage');
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', join(ROOT, 'tools/bench/report-usage.cjs'), EGOV, ...args],
    {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env, EGOV_BENCH_USAGE: usage },
      encoding: 'utf8',
    },
  );
  const wall = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`egov ${args.join(' ')} ended with ${status}: ${stderr}`);
  const { cpu } = JSON.parse(readFileSync(usage, 'utf8')) as { readonly cpu: number };
  return { wall, cpu };
}

function median(runs: number, of: keyof Run, args: readonly string[]): number {
  const all = Array.from({ length: runs }, () => egov(args)[of]).sort((a, b) => a - b);
  return all[Math.floor(runs / 2)] as number;
}

function coldStarts(): Figure[] {
  egov(['--help']);
  return [
    { what: 'egov --help, from cold', unit: 's', measured: median(9, 'wall', ['--help']), target: 0.4 },
    { what: 'egov validate suizhou', unit: 's CPU', measured: median(9, 'cpu', ['validate', 'suizhou']), target: 0.6 },
  ];
}

function chains(): Figure[] {
  const counties = join(scratch, 'counties');
  writeCounties(ENVIRONMENTS, counties, 200);
  const validate = median(3, 'wall', ['validate', '--environments', counties]);
  const synth = median(3, 'wall', ['synth', 'hebei', '--out', join(scratch, 'hebei')]);
  return [
    { what: 'egov validate of 200 counties', unit: 's', measured: validate, target: 2 },
    { what: 'egov synth hebei: validate, design and synthesise', unit: 's', measured: synth, target: 2 },
  ];
}

interface Synthesis {
  readonly resources: number;
  readonly stacks: number;
  readonly wall: number;
  readonly peakMiB: number;
}

function synthesis(): Figure[] {
  const measure = (resources: number, stacks: number): Synthesis => told('bench-synth.ts', `${resources}`, `${stacks}`);
  const [small, large] = [measure(2000, 40), measure(20_000, 400)];
  const growth = large.wall / large.resources / (small.wall / small.resources);
  const what = `synthesis of ${large.resources} resources over ${large.stacks} stacks`;
  return [
    { what, unit: 's', measured: large.wall, target: 5 },
    { what: '  its memory', unit: 'MiB', measured: large.peakMiB, target: 1024 },
    { what: `  a resource of it, against one of ${small.resources}`, unit: '×', measured: growth, target: 1.3 },
  ];
}

/** Two runs, from another folder, with another locale and time zone: the same bytes. */
function determinism(): Figure[] {
  const hash = (name: string, options: Parameters<typeof egov>[1]) => {
    const out = join(scratch, name);
    egov(['synth', 'liaoning', '--environments', ENVIRONMENTS, '--out', out], options);
    const sum = createHash('sha256');
    for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' }).sort())
      if (file.endsWith('.json') && existsSync(join(out, file))) sum.update(file).update(readFileSync(join(out, file)));
    return sum.digest('hex');
  };
  const one = hash('one', { env: { TZ: 'UTC', LC_ALL: 'C.UTF-8' } });
  const other = hash('other', { cwd: scratch, env: { TZ: 'Asia/Shanghai', LC_ALL: 'tr_TR.UTF-8' } });
  return [{ what: 'two syntheses elsewhere', unit: '', measured: one === other ? 'same' : 'differ', target: 'same' }];
}

/** What a program of ours prints as JSON, in a process of its own. */
function told<T>(program: string, ...args: readonly string[]): T {
  const run = ['-r', 'ts-node/register/transpile-only', join(ROOT, 'tools', program), ...args];
  return JSON.parse(execFileSync(process.execPath, run, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 })) as T;
}

interface Judging {
  readonly resources: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Proof, policies and reviews. */
function judging(): Figure[] {
  const prove = median(3, 'wall', ['prove', 'hebei']);
  const { resources, seconds, megabytes }: Judging = told('bench-policies.ts', '--json');
  return [
    { what: 'egov prove hebei', unit: 's', measured: prove, target: 1.5 },
    { what: `every policy on ${resources} resources`, unit: 's', measured: seconds, target: 1 },
    { what: '  its memory', unit: 'MB', measured: megabytes, target: 300 },
    ...told<Figure[]>('bench-review.ts', '--json'),
    ...told<Figure[]>('bench-fleet.ts', '--json'),
  ];
}

interface Pods {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Who reaches whom in a cluster, from manifests that are read already. */
function pods(): Figure[] {
  const ask = (count: number, policies: number): Pods => told('bench-pods.ts', `${count}`, `${policies}`);
  const [small, large] = [ask(1000, 500), ask(100_000, 10_000)];
  return [
    { what: 'reachability of 1,000 pods under 500 policies', unit: 's', measured: small.seconds, target: 0.35 },
    { what: 'reachability of 100,000 pods under 10,000 policies', unit: 's', measured: large.seconds, target: 10 },
    { what: '  its memory', unit: 'MB', measured: large.megabytes, target: 2000 },
  ];
}

/** Many departments on one cluster, where a real API server can be had. */
function clusters(): Figure[] {
  const missing = ENGINE_SETS.kubernetes.find((pin) => !existsSync(cachedProgram(pin, process.env)));
  if (missing === undefined) return told('bench-clusters.ts', '40', '3');
  const measured = `not measured: ${missing.name} ${missing.version} is not installed`;
  return [{ what: 'egov plan of a cluster of 40 departments', unit: '', measured }];
}

try {
  const figures = [
    ...coldStarts(),
    ...chains(),
    ...synthesis(),
    ...judging(),
    ...pods(),
    ...clusters(),
    ...determinism(),
  ];
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  process.stdout.write(`${machine}\nwhat, measured, target\n${figureTable(figures)}\n`);
  const json = process.argv.indexOf('--json');
  const file = json < 0 ? undefined : process.argv[json + 1];
  if (file !== undefined) writeFileSync(file, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
