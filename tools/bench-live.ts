/**
 * `npm run bench:live [ENV] [CLOUD]`: an environment on a cloud, by egov and by plain OpenTofu on the same files, as a table
 * and, with `--json`, as JSON. It makes and destroys the environment several times; the sandbox is meant.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findCredentials } from '../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../deployment/openstack/keystone-session';
import { findOpenTofu } from '../engines/find-opentofu';
import { withProviderMirror } from '../engines/provider-mirror';
import { readEnvironment } from '../environments/read-environment';
import { designEnvironment } from '../model/design/design-environment';
import type { StackDesign } from '../model/design/stack-design';
import { sandboxStatus } from '../sandbox/sandbox-status';
import { inOrder } from '../stacks/stack-order';

const ROOT = resolve(__dirname, '..');

interface Measure {
  readonly what: string;
  readonly seconds: number;
  /** Calls that reached the network service, by its own log; absent where that cannot be read. */
  readonly calls: number | undefined;
}

async function main(args: readonly string[]): Promise<number> {
  const [id = 'guangxi/liuzhou/liucheng', cloud = 'sandbox'] = args.filter((arg) => !arg.startsWith('--'));
  const folder = mkdtempSync(join(tmpdir(), 'egov-bench-'));
  const design = designEnvironment(readEnvironment(join(ROOT, 'environments'), id));
  const further = sandboxStatus().cloudsFile;
  const credentials = findCredentials({ cloud, surroundings: process.env, folder, ...(further && { further }) });
  const session = await KeystoneSession.open(credentials);
  const calls = callCounter(process.env['EGOV_BENCH_LOGS']);
  const measures: Measure[] = [];
  const measure = (what: string, work: () => void): void => {
    const [before, began] = [calls(), performance.now()];
    work();
    const [seconds, after] = [(performance.now() - began) / 1000, calls()];
    measures.push({ what, seconds, calls: before === undefined || after === undefined ? undefined : after - before });
    process.stderr.write(`${what}: ${seconds.toFixed(1)} s\n`);
  };
  const egov = (...words: string[]) =>
    run(process.execPath, [join(ROOT, 'bin/egov.js'), ...words], folder, process.env);
  try {
    for (const parallel of ['1', String(availableParallelism())]) {
      const rest = [id, '--cloud', cloud, '--yes', '--parallel', parallel];
      measure(`egov apply, ${parallel} at a time`, () => egov('apply', ...rest));
      measure(`egov plan, empty`, () => egov('plan', id, '--cloud', cloud));
      measure(`egov destroy, ${parallel} at a time`, () => egov('destroy', ...rest));
    }
    const { path } = await findOpenTofu(process.env);
    const around = { ...withProviderMirror(session.surroundings(process.env)), TF_IN_AUTOMATION: '1' };
    const stacks = inOrder(design.stacks).map((stack) => ({
      stack,
      folder: join(folder, '.egov', id, 'deploy', stack.key),
    }));
    const tofu = (at: string, ...words: string[]) => run(path, words, at, around);
    const outputs = new Map<string, Readonly<Record<string, { readonly value: unknown }>>>();
    measure('tofu init and apply, stack by stack', () => {
      for (const { stack, folder: at } of stacks) {
        writeInputs(at, stack, outputs);
        tofu(at, 'init', '-input=false');
        tofu(at, 'apply', '-input=false', '-auto-approve');
        outputs.set(stack.key, JSON.parse(tofu(at, 'output', '-json')));
      }
    });
    measure('tofu plan, empty, stack by stack', () => {
      for (const { folder: at } of stacks) tofu(at, 'plan', '-input=false');
    });
    measure('tofu destroy, stack by stack', () => {
      for (const { folder: at } of [...stacks].reverse()) tofu(at, 'destroy', '-input=false', '-auto-approve');
    });
  } finally {
    session.close();
    rmSync(folder, { recursive: true, force: true });
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ environment: id, measures }, null, 2)}\n`);
  else
    for (const { what, seconds, calls: made } of measures)
      process.stdout.write(`${what.padEnd(40)} ${seconds.toFixed(1).padStart(8)} s ${made ?? ''}\n`);
  return 0;
}

/** Fills the variables of a stack from the outputs of those below it, as a person would by hand. */
function writeInputs(
  folder: string,
  { after }: StackDesign,
  outputs: ReadonlyMap<string, Readonly<Record<string, { readonly value: unknown }>>>,
): void {
  const { variable = {} } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as { variable?: object };
  const given = after.flatMap((stack) => Object.entries(outputs.get(stack) ?? {}));
  const values = given.filter(([name]) => name in variable).map(([name, { value }]) => [name, value] as const);
  writeFileSync(join(folder, 'egov.auto.tfvars.json'), JSON.stringify(Object.fromEntries(values)));
}

/** Counts answered requests in a log of Neutron; EGOV_BENCH_LOGS names the file. */
function callCounter(file: string | undefined): () => number | undefined {
  if (file === undefined) return () => undefined;
  return () => (readFileSync(file, 'utf8').match(/neutron\.wsgi .*HTTP\/1\.1" status/g) ?? []).length;
}

function run(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv | object): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}\n${stderr.slice(-2000)}`);
  return stdout;
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
