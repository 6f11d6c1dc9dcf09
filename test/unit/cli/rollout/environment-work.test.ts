import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ended, EnvironmentWork } from '../../../../cli/rollout/environment-work';
import { changeHashes, type PlanFile, planHash } from '../../../../cli/rollout/plan-hash';

const plan = (...addresses: readonly string[]): PlanFile => ({
  environment: 'hebei',
  input: 'i',
  egov: '1',
  engine: '2',
  cloud: 'c',
  stacks: [{ name: 'a', changes: addresses.map((address) => ({ address, action: 'create' })) }],
});
const problem = (code: string) => JSON.stringify({ problems: [{ code }] }, null, 2);
const DONE: Ended = { code: 0, out: '' };
const { signal } = new AbortController();

/** A cloud where these changes are still to be made; `applies` says how each apply ends. */
function world(left: PlanFile, applies: readonly Ended[] = [], reviewed?: readonly string[], check = DONE) {
  const file = join(mkdtempSync(join(tmpdir(), 'work-')), 'hebei.plan.json');
  const calls: string[] = [];
  const told: (readonly string[])[] = [];
  const ends = [...applies];
  const run = async (args: readonly string[]): Promise<Ended> => {
    const at = args.indexOf('--save');
    calls.push(args[0] === 'apply' ? `apply ${args[3]?.slice(file.length - 10)}` : `${args[0]}`);
    if (at >= 0) writeFileSync(args[at + 1] ?? '', JSON.stringify(left));
    if (args[0] === 'check') return check;
    return (args[0] === 'apply' ? ends.shift() : undefined) ?? DONE;
  };
  const work = new EnvironmentWork({
    folder: { planFile: () => file, failureFile: () => `${file}.failure` },
    settings: { cloud: 'x-{env}' },
    run,
    reviewed,
    onReviewed: (hashes) => told.push(hashes),
  });
  const keep = (kept: PlanFile) => writeFileSync(file, JSON.stringify(kept));
  const kept = () => (existsSync(file) ? planHash(JSON.parse(readFileSync(file, 'utf8')) as PlanFile) : undefined);
  const names = () => calls.map((call) => call.split(' ')[0]);
  const words = () => readFileSync(`${file}.failure`, 'utf8');
  return { work, keep, kept, names, told, words };
}

const whole = plan('x', 'y');
const moved: Ended = { code: 5, out: problem('DEPLOY_SAVED_PLAN') };

test('what is refused is not planned again, and its words are kept', async () => {
  const { work, keep, names, words } = world(whole, [{ code: 5, out: problem('CLOUD_REFUSED') }]);
  keep(whole);
  expect(await work.apply('hebei', planHash(whole), signal)).toEqual({
    ok: false,
    failure: { class: 'refused', codes: ['CLOUD_REFUSED'] },
  });
  expect(names()).toEqual(['apply']);
  expect(words()).toBe(problem('CLOUD_REFUSED'));
});

test('a plan that has more than the reviewed one asks again, and takes its place', async () => {
  const more = plan('x', 'y', 'z');
  const { work, keep, kept, names } = world(more, [moved]);
  keep(whole);
  const end = await work.apply('hebei', planHash(whole), signal);
  expect(end).toEqual({ ok: true, replanned: { plan: planHash(more), changes: 3 } });
  expect(names()).toEqual(['apply', 'plan']);
  expect(kept()).toBe(planHash(more));
});

test('what an interrupted apply left to do is applied, and the reviewed plan stays the measure', async () => {
  const { work, keep, kept, names, told } = world(plan('y'), [moved]);
  keep(whole);
  expect(await work.apply('hebei', planHash(whole), signal)).toEqual({ ok: true });
  expect(names()).toEqual(['apply', 'plan', 'apply']);
  expect(kept()).toBe(planHash(whole));
  expect(told).toEqual([changeHashes(whole), changeHashes(whole)]);
});

test('another machine plans anew, and applies the same plan', async () => {
  const { work, kept, names, told } = world(whole);
  expect(await work.apply('hebei', planHash(whole), signal)).toEqual({ ok: true });
  expect(names()).toEqual(['plan', 'apply']);
  expect(kept()).toBe(planHash(whole));
  expect(told).toEqual([changeHashes(whole)]);
});

test('another machine goes on with what the first one left, by the hashes of the reviewed changes', async () => {
  const { work, names } = world(plan('y'), [], changeHashes(whole));
  expect(await work.apply('hebei', planHash(whole), signal)).toEqual({ ok: true });
  expect(names()).toEqual(['plan', 'apply']);
});

test('another machine that knows nothing of them asks again', async () => {
  const { work } = world(plan('y'));
  expect(await work.apply('hebei', planHash(whole), signal)).toEqual({
    ok: true,
    replanned: { plan: planHash(plan('y')), changes: 1 },
  });
});

test('a plan that is another than the accepted one is not applied because it lies there', async () => {
  const { work, keep, names } = world(whole);
  keep(plan('x', 'y', 'z'));
  expect(await work.apply('hebei', planHash(whole), signal)).toEqual({ ok: true });
  expect(names()).toEqual(['plan', 'apply']);
});

test('a preflight that a policy refuses plans nothing', async () => {
  const { work, names } = world(whole, [], undefined, { code: 4, out: problem('SEC_PLAIN_HTTP') });
  expect(await work.preflight('hebei', signal)).toEqual({
    ok: false,
    failure: { class: 'refused', codes: ['SEC_PLAIN_HTTP'] },
  });
  expect(names()).toEqual(['check']);
});

test('a preflight says the hash of its plan, and how many changes there are', async () => {
  const { work, names } = world(whole);
  expect(await work.preflight('hebei', signal)).toEqual({ ok: true, plan: planHash(whole), changes: 2 });
  expect(names()).toEqual(['check', 'plan']);
});
