/**
 * `npm run bench:live [ENV] [--json]`: a sandbox from its copy, and an environment on it, by egov and by plain OpenTofu on
 * the same files, as a table and as JSON. It has a sandbox of its own and takes it down in the end. On a machine that does
 * other work too, times say little: processor time and calls are beside them, and the load of the last minute.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findCredentials } from '../deployment/openstack/cloud-credentials';
import { KeystoneSession } from '../deployment/openstack/keystone-session';
import { findOpenTofu } from '../engines/find-opentofu';
import { withProviderMirror } from '../engines/provider-mirror';
import { readEnvironment } from '../environments/read-environment';
import { designEnvironment } from '../model/design/design-environment';
import type { StackDesign } from '../model/design/stack-design';
import { resourceCount } from '../model/emitted-stack';
import { type SandboxStatus, sandboxStatus } from '../sandbox/sandbox-status';
import { emitStacks } from '../stacks/emit-stacks';
import { inOrder } from '../stacks/stack-order';

const ROOT = resolve(__dirname, '..');
const OFFSET = '4900';
const SIDE_BY_SIDE = 'as many at a time as processors';
/** How much longer egov may take than OpenTofu by hand. */
const OVERHEAD = 1.1;

interface Measure {
  readonly what: string;
  readonly seconds: number;
  /** Processor time of the command and of what it started, without that of the services, in seconds. */
  readonly processor: number;
  /** Calls that services answered, by their own logs; none are counted while the sandbox starts. */
  readonly calls: number;
  /** Mean number of processes that wanted a processor in the last minute. */
  readonly load: number;
}

interface Judged {
  readonly what: string;
  readonly value: number;
  readonly target: string;
  readonly met: boolean;
}

async function main(args: readonly string[]): Promise<number> {
  const [id = 'guangxi/liuzhou/liucheng'] = args.filter((arg) => !arg.startsWith('--'));
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const state = join(folder, 's');
  const environments = join(ROOT, 'environments');
  const design = designEnvironment(readEnvironment(environments, id));
  const measures = new Map<string, Measure>();
  const resources = emitStacks(design).reduce((sum, stack) => sum + resourceCount(stack), 0);
  const callsNow = () => callsOf(sandboxStatus({ state }));
  const measure = (what: string, work: () => void, count: () => number = callsNow): void => {
    const [before, spent, began] = [count(), processorOfChildren(), performance.now()];
    work();
    const [seconds, processor] = [(performance.now() - began) / 1000, processorOfChildren() - spent];
    measures.set(what, { what, seconds, processor, calls: count() - before, load: loadavg()[0] ?? 0 });
    process.stderr.write(`${what}: ${seconds.toFixed(1)} s\n`);
  };
  const cloud = { ...process.env, OS_CLIENT_CONFIG_FILE: join(state, 'clouds.yaml') };
  const egov = (...words: string[]) =>
    run(process.execPath, [join(ROOT, 'bin/egov.js'), '--environments', environments, ...words], folder, cloud);
  const sandbox = (command: string, ...words: string[]) => egov('sandbox', command, ...words, '--state', state);
  try {
    sandbox('up', id, '--port-offset', OFFSET);
    measure(
      'sandbox from its copy',
      () => sandbox('reset', id),
      () => 0,
    );
    const rest = (width: number) => [id, '--cloud', 'sandbox', '--yes', '--parallel', String(width)];
    measure('egov apply, 1 at a time', () => egov('apply', ...rest(1)));
    measure('egov plan, empty', () => egov('plan', id, '--cloud', 'sandbox', '--detailed-exitcode'));
    measure('egov destroy, 1 at a time', () => egov('destroy', ...rest(1)));
    const credentials = findCredentials({ cloud: 'sandbox', surroundings: cloud, folder });
    const session = await KeystoneSession.open(credentials);
    const around = { ...withProviderMirror(session.surroundings(process.env)), TF_IN_AUTOMATION: '1' };
    session.close();
    const { path } = await findOpenTofu(process.env);
    const stacks = inOrder(design.stacks).map((stack) => ({
      stack,
      at: join(folder, '.egov', id, 'deploy', stack.key),
    }));
    const tofu = (at: string, ...words: string[]) => run(path, words, at, around);
    const outputs = new Map<string, Outputs>();
    measure('tofu apply, stack by stack', () => {
      for (const { stack, at } of stacks) {
        writeInputs(at, stack, outputs);
        tofu(at, 'init', '-input=false');
        tofu(at, 'apply', '-input=false', '-auto-approve');
        outputs.set(stack.key, JSON.parse(tofu(at, 'output', '-json')));
      }
    });
    measure('tofu plan, empty, stack by stack', () => {
      for (const { at } of stacks) tofu(at, 'plan', '-input=false', '-detailed-exitcode');
    });
    measure('tofu destroy, stack by stack', () => {
      for (const { at } of [...stacks].reverse()) tofu(at, 'destroy', '-input=false', '-auto-approve');
    });
    // As who gives no `--parallel` has it.
    measure(`egov apply, ${SIDE_BY_SIDE}`, () => egov('apply', ...rest(availableParallelism())));
    measure(`egov destroy, ${SIDE_BY_SIDE}`, () => egov('destroy', ...rest(availableParallelism())));
  } finally {
    report({ id, resources }, [...measures.values()], judge(measures), args.includes('--json'));
    sandbox('down', '--wipe');
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

type Outputs = Readonly<Record<string, { readonly value: unknown }>>;

/** egov, one stack at a time, against OpenTofu by hand. */
function judge(measures: ReadonlyMap<string, Measure>): Judged[] {
  const steps = [
    ['apply', 'egov apply, 1 at a time', 'tofu apply, stack by stack'],
    ['plan', 'egov plan, empty', 'tofu plan, empty, stack by stack'],
    ['destroy', 'egov destroy, 1 at a time', 'tofu destroy, stack by stack'],
  ] as const;
  const judged = steps.flatMap(([step, ours, theirs]) => {
    const [mine, plain] = [measures.get(ours), measures.get(theirs)];
    if (mine === undefined || plain === undefined) return [];
    const [time, calls] = [mine.seconds / plain.seconds, mine.calls / plain.calls];
    return [
      { what: `${step}: time of egov to time of tofu`, value: time, target: `≤ ${OVERHEAD}`, met: time <= OVERHEAD },
      { what: `${step}: calls of egov to calls of tofu`, value: calls, target: '≤ 1', met: calls <= 1 },
    ];
  });
  const gains = (['apply', 'destroy'] as const).flatMap((step) => {
    const [serial, parallel] = [`egov ${step}, 1 at a time`, `egov ${step}, ${SIDE_BY_SIDE}`].map((what) =>
      measures.get(what),
    );
    if (serial === undefined || parallel === undefined) return [];
    const value = parallel.seconds / serial.seconds;
    return [{ what: `${step}: time side by side to one at a time`, value, target: '≤ 1', met: value <= 1 }];
  });
  return [...judged, ...gains];
}

interface Benched {
  readonly id: string;
  readonly resources: number;
}

function report({ id, resources }: Benched, measures: readonly Measure[], judged: readonly Judged[], json: boolean) {
  const machine = { processors: cpus().length, model: cpus()[0]?.model };
  if (json) {
    process.stdout.write(`${JSON.stringify({ environment: id, resources, machine, measures, judged }, null, 2)}\n`);
    return;
  }
  const line = (text: string) => void process.stdout.write(`${text}\n`);
  const column = (value: number) => value.toFixed(1).padStart(9);
  line(`${id}: ${resources} resources · ${machine.processors} processors, ${machine.model}`);
  line(`${''.padEnd(46)}  seconds processor     calls  each one      load`);
  for (const { what, seconds, processor, calls, load } of measures)
    line(
      `${what.padEnd(46)}${column(seconds)} ${column(processor)} ${String(calls).padStart(9)} ${column(calls / resources)} ${column(load)}`,
    );
  for (const { what, value, target, met } of judged)
    line(`${what.padEnd(46)} ${value.toFixed(3).padStart(8)}   target ${target}: ${met ? 'met' : 'not met'}`);
}

/** Fills the variables of a stack from the outputs of those below it, as a person would by hand. */
function writeInputs(folder: string, { after }: StackDesign, outputs: ReadonlyMap<string, Outputs>): void {
  const { variable = {} } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8')) as { variable?: object };
  const given = after.flatMap((stack) => Object.entries(outputs.get(stack) ?? {}));
  const values = given.filter(([name]) => name in variable).map(([name, { value }]) => [name, value] as const);
  writeFileSync(join(folder, 'egov.auto.tfvars.json'), JSON.stringify(Object.fromEntries(values)));
}

/** What each service says when it has answered a call; services call each other too, for whoever deploys. */
function callsOf({ services }: SandboxStatus): number {
  return services.reduce(
    (sum, { log }) => sum + (textOf(log).match(/" status: \d|returned with HTTP \d/g) ?? []).length,
    0,
  );
}

/** Processor time of all processes that were started here and have ended, in seconds. */
function processorOfChildren(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  // cutime and cstime, proc(5), in ticks: a hundred a second on Linux.
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function textOf(log: string): string {
  try {
    return readFileSync(log, 'utf8');
  } catch {
    return '';
  }
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
