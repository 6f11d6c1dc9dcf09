/**
 * What a cluster with many departments takes, by `egov` on a real API server of a sandbox of its own: a first plan, an
 * apply and a plan of what stands, as figures in JSON. It needs what `egov engines install kubernetes` installs.
 * `node -r ts-node/register/transpile-only tools/bench-clusters.ts DEPARTMENTS SYSTEMS`
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedProgram } from '../engines/engine-cache';
import { KUBECTL } from '../engines/engine-pin';
import { packageRoot } from '../environments/package-root';
import { clustersStatus } from '../sandbox/index';
import type { Figure } from './bench/figure';
import { writeTenants } from './bench/tenants';

const ROOT = packageRoot();
const OFFSET = '6400';
const [departments = 40, systems = 3] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'bench-clusters-'));
const environments = join(folder, 'environments');
const id = writeTenants(join(ROOT, 'environments'), environments, departments, systems);
const state = join(folder, 'state');
// As somebody has it who tries the sandbox: its kubeconfig is found where it is put.
const env = { ...process.env, XDG_STATE_HOME: state };
process.env['XDG_STATE_HOME'] = state;

function egov(...words: string[]): { readonly seconds: number; readonly out: string } {
  const began = performance.now();
  const run = [join(ROOT, 'bin/egov.js'), '--environments', environments, ...words];
  const out = execFileSync(process.execPath, run, { cwd: folder, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { seconds: (performance.now() - began) / 1000, out };
}

/** Calls that the API server answered so far, by its own count. */
function calls(): number {
  const [context] = clustersStatus().clusters.map(({ name }) => name);
  const where = [`--kubeconfig=${join(clustersStatus().state, 'kubeconfig')}`, `--context=${context}`];
  const kubectl = cachedProgram(KUBECTL, process.env);
  const metrics = execFileSync(kubectl, [...where, 'get', '--raw', '/metrics'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return [...metrics.matchAll(/^apiserver_request_total\{.*\} (\S+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

function changesOf(out: string): number {
  const { total } = JSON.parse(out) as { readonly total: Readonly<Record<string, number>> };
  return Object.values(total).reduce((sum, count) => sum + count, 0);
}

try {
  egov('sandbox', 'up', '--kubernetes', id, '--port-offset', OFFSET);
  const on = [id, '--cloud', 'sandbox', '--only', 'kubernetes'];
  const first = egov('--json', 'plan', ...on);
  const objects = changesOf(first.out);
  const before = calls();
  const apply = egov('apply', ...on, '--yes');
  const made = calls() - before;
  const second = egov('--json', 'plan', ...on);
  const left = changesOf(second.out);
  const figures: Figure[] = [
    { what: `egov plan of a cluster, ${objects} objects to make`, unit: 's', measured: first.seconds, target: 20 },
    { what: '  egov apply of them', unit: 's', measured: apply.seconds },
    { what: '  calls that the API server answered', unit: '/s', measured: made / apply.seconds },
    { what: `  egov plan of what stands, ${left} to change`, unit: 's', measured: second.seconds, target: 15 },
  ];
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  try {
    egov('sandbox', 'down', '--kubernetes', '--wipe');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
