import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OpenTofu } from '../../../engines/opentofu';
import { planStacks } from '../../../engines/plan-stacks';
import { temporaryFolder, tofuScript, writeProgram } from '../../support/engines-fake';

const folder = temporaryFolder();
const stacks = ['foundation', 'planes', 'tenant-finance'].map((name) => {
  mkdirSync(join(folder, name));
  return { name, folder: join(folder, name) };
});

const PLAN = JSON.stringify({
  resource_changes: [
    { address: 'openstack_x.a', type: 'openstack_x', mode: 'managed', change: { actions: ['create'] } },
  ],
});
const WORKS = `case "$1" in
  plan) touch egov.tfplan; exit 2;;
  show) if [ "$2" = -json ]; then echo '${PLAN}'; else echo "Plan: 1 to add"; fi;;
esac`;

function open(script: string, signal?: AbortSignal): Promise<OpenTofu> {
  const path = writeProgram(join(folder, 'tofu'), tofuScript('1.12.6', script));
  const surroundings = { PATH: process.env['PATH'], EGOV_TOFU: path, HOME: folder };
  return OpenTofu.find({ surroundings, ...(signal === undefined ? {} : { signal }) });
}

test('one stack that dies does not stop the others, and answers come in the order of the question', async () => {
  const tofu = await open(`case "$PWD" in */planes) echo "no space left" >&2; exit 1;; esac\n${WORKS}`);
  const plans = await planStacks({ tofu, stacks, text: true });
  expect(plans.map(({ stack, counts, text }) => [stack.name, counts.add, text])).toEqual([
    ['foundation', 1, 'Plan: 1 to add'],
    ['planes', 0, ''],
    ['tenant-finance', 1, 'Plan: 1 to add'],
  ]);
  expect(plans.map(({ problems }) => problems.map(({ code }) => code))).toEqual([[], ['ENGINE_FAILED'], []]);
});

test('after an interruption no further stack is begun, and each says so', async () => {
  const stop = new AbortController();
  const tofu = await open(WORKS, stop.signal);
  const plans = await planStacks({ tofu, stacks, parallel: 1, signal: stop.signal, onPlan: () => stop.abort() });
  expect(plans.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    [],
    ['ENGINE_INTERRUPTED'],
    ['ENGINE_INTERRUPTED'],
  ]);
});

test('no more stacks are in work than asked for', async () => {
  const started: string[] = [];
  const tofu = await open(`[ "$1" = show ] || echo '{"@message":"begin"}'\n${WORKS}`);
  await planStacks({
    tofu,
    stacks,
    parallel: 1,
    onEvent: ({ name }) => started.push(name),
    onPlan: ({ stack }) => expect(new Set(started.splice(0))).toEqual(new Set([stack.name])),
  });
  expect(started).toEqual([]);
});

test('nothing to plan is nothing', async () => {
  expect(await planStacks({ tofu: await open(WORKS), stacks: [] })).toEqual([]);
});
