/**
 * `node -r ts-node/register/transpile-only tools/bench-fleet.ts [--json] [COUNTIES]`: what work on many clouds costs. The
 * country has 3,200 counties and cities, which takes six minutes; of fewer, the targets are the share, and the start is not.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../environments/package-root';
import { allocate, type UnitRange } from '../model/allocation';
import { Cidr } from '../model/cidr';
import { type DelegationPools, delegate } from '../model/delegation';
import { writeCountry } from './bench/country';
import { type Figure, figureTable } from './bench/figure';

const COUNTRY = 3200;
const COUNTIES = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? COUNTRY);
const ENVIRONMENTS = join(packageRoot(), 'environments');
const folder = mkdtempSync(join(tmpdir(), 'egov-bench-fleet-'));

const seconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

const median = (runs: number, work: () => unknown): number =>
  Array.from({ length: runs }, () => seconds(work)).sort((a, b) => a - b)[Math.floor(runs / 2)] as number;

/** A process of its own, from cold. Seconds, and the most that it held in MiB. */
function egov(args: readonly string[], well: readonly number[] = [0]): { seconds: number; peak: number } {
  const usage = join(folder, '.usage');
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', join(__dirname, 'bench/report-usage.cjs'), join(packageRoot(), 'bin/egov.js'), ...args],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, EGOV_BENCH_USAGE: usage } },
  );
  const took = (performance.now() - start) / 1000;
  if (!well.includes(status ?? -1)) throw new Error(`egov ${args.join(' ')} ended with ${status}: ${stderr}`);
  const { peak } = JSON.parse(readFileSync(usage, 'utf8')) as { readonly peak: number };
  return { seconds: took, peak: peak / 1024 };
}

/** What the whole country may take, for the counties that there are. */
const scaled = (target: number): number => (target * COUNTIES) / COUNTRY;

function ofFleet(): Figure[] {
  const root = join(folder, 'environments');
  for (const part of ['profiles', 'catalogue', 'defaults.yaml'])
    cpSync(join(ENVIRONMENTS, part), join(root, part), { recursive: true });
  writeCountry(ENVIRONMENTS, root, COUNTIES);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example', ...args]);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'base');
  const figures = (what: string, { seconds: took, peak }: ReturnType<typeof egov>, target: number): Figure[] => [
    {
      what: `egov fleet ${what} of ${COUNTIES} counties`,
      unit: `s (${target} s for ${COUNTRY})`,
      measured: took,
      target: scaled(target),
    },
    { what: '  memory', unit: 'MiB', measured: peak, target: 2048 },
  ];
  const validate = egov(['fleet', 'validate', '--again']);
  const judge = egov(['fleet', 'judge', '--again']);
  const profile = join(root, 'profiles/county.yaml');
  const edited = readFileSync(profile, 'utf8').replace(
    'data: { kind: I-DATA, prefix: 24 }',
    '$&\n    lab: { kind: I-DATA, prefix: 27 }',
  );
  writeFileSync(profile, edited);
  const review = egov(['fleet', 'review', '--base', 'HEAD', '--json'], [0, 4]);
  return [
    ...figures('validate', validate, 20),
    ...figures('judge (designed, emitted, proved, by all policies)', judge, 300),
    ...figures('review (a zone more in the profile)', review, 60),
  ];
}

function ofNewCounty(): Figure[] {
  const args =
    '--name 鹿寨县 --adcode 450223 --parent guangxi/liuzhou --departments standard-12 --size small --dry-run';
  const run = () => egov(['new', 'county', ...args.split(' '), '--environments', ENVIRONMENTS]);
  return [{ what: 'egov new county, from cold', unit: 's', measured: median(3, run), target: 2 }];
}

/** A ledger that is half full, written in no order of addresses. */
function ofLedger(): Figure[] {
  const count = 100_000;
  const order = Array.from({ length: count }, (_, index) => (index * 7919) % count);
  const recorded = new Map<string, UnitRange>(order.map((at) => [`${at}`, { start: BigInt(at * 4), size: 2n }]));
  const pool = Cidr.of('10.0.0.0/8');
  const owner = (at: number) => `division ${100_000 + at}/private 4`;
  const blocks = Object.fromEntries(order.map((at) => [owner(at), `${pool.subnet(28, at * 4)}`]));
  const pools: DelegationPools = { private: [pool], extranet: [], internet: [], quarantineDays: 180 };
  const request = { adcode: '450223', use: 'private', family: 4, prefix: 28 } as const;
  const wanted = [{ key: 'new', size: 2n }];
  const one = median(9, () => allocate(BigInt(count * 4), wanted, recorded));
  const whole = median(5, () => delegate({ blocks, segments: {} }, pools, [request], '2026-11-26'));
  return [
    { what: `one allocation beside ${count} blocks`, unit: 'ms', measured: one * 1000, target: 50 },
    { what: '  with the ledger read and written anew', unit: 'ms', measured: whole * 1000, target: 50 },
  ];
}

try {
  const all = [ofLedger, ofNewCounty, ofFleet].flatMap((figures) => figures());
  process.stdout.write(process.argv.includes('--json') ? JSON.stringify(all) : `${figureTable(all)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
