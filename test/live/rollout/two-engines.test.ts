import { setTimeout as after } from 'node:timers/promises';
import { reportOf } from '../../../rollout/rollout-report';
import { eventsOf, type RolloutWord } from '../../../rollout/rollout-word';
import { type Begun, type Example, localEngine, type TestEngine, temporalEngine } from '../../support/rollout-engines';
import { describeWithTemporal } from '../../support/temporal';

/** A worker compiles what it loads, and makes its bundle. */
jest.setTimeout(300_000);

const work = { count: 6, seed: 3, refused: 0, transient: 0, pace: 1, jobs: 4 };
const settings = { canary: 2, wave: 2, jobs: 2, maxFailures: 1 };

describe('the local engine', () => meansTheSame(localEngine));
describeWithTemporal('Temporal', () => meansTheSame(temporalEngine(28_331)));

/** One suite for every engine: what a rollout means does not depend on who carries it on. */
function meansTheSame(engine: TestEngine): void {
  let begun: Begun | undefined;
  beforeAll(() => engine.open());
  afterEach(async () => {
    await begun?.end();
    begun = undefined;
  });
  afterAll(() => engine.close());

  async function begin(own: Partial<Example['work']> = {}, more: Partial<Example['settings']> = {}) {
    begun = await engine.begin({ settings: { ...settings, ...more }, work: { ...work, ...own } });
    const { rollout, changes } = begun;
    const say = async (word: RolloutWord['word'], by: string, rest: Partial<RolloutWord> = {}): Promise<void> =>
      rollout.add(eventsOf({ word, by, environments: [], ...rest }, await rollout.state()));
    const start = async () => {
      expect(await rollout.goOn()).toEqual({ for: 'start' });
      await rollout.add([{ type: 'started', by: 'li' }]);
    };
    const report = async () => reportOf(await rollout.state());
    return { rollout, changes, say, start, report };
  }

  test('canaries go first, an approval opens one wave, the next asks again', async () => {
    const { rollout, changes, say, start, report } = await begin();
    await start();
    expect(await rollout.goOn()).toEqual({ for: 'approval' });
    expect(changes()).toHaveLength(2);
    await expect(say('approve', 'li')).rejects.toThrow('li started');
    await say('approve', 'wang', { through: '1' });
    expect(await rollout.goOn()).toEqual({ for: 'approval' });
    expect(changes()).toHaveLength(4);
    await say('approve', 'zhao');
    expect(await rollout.goOn()).toEqual({ for: 'end', outcome: 'done' });
    const { outcome, totals, approvals, members } = await report();
    expect([outcome, totals.done]).toEqual(['done', 6]);
    expect(approvals.map(({ by, through }) => [by, through])).toEqual([
      ['wang', 1],
      ['zhao', 2],
    ]);
    expect(members.map(({ id, plan, applies }) => [id, plan, applies])).toEqual(
      members.map(({ id }) => [id, `plan ${id}`, 1]),
    );
    expect([...changes()].sort()).toEqual(members.map(({ id }) => id).sort());
  });

  test('soak time opens the gate without a word', async () => {
    const { rollout, changes, start } = await begin({}, { soakMinutes: 0 });
    await start();
    expect(await rollout.goOn()).toEqual({ for: 'end', outcome: 'done' });
    expect(changes()).toHaveLength(6);
  });

  test('a failure uses the budget up, a retry brings it to its end alone', async () => {
    // With this seed one of four environments behind the canaries is refused.
    const { rollout, changes, say, start, report } = await begin({ seed: 8, refused: 20 });
    await start();
    expect(await rollout.goOn()).toEqual({ for: 'approval' });
    await say('approve', 'wang');
    expect(await rollout.goOn()).toEqual({ for: 'budget' });
    const { outcome, members } = await report();
    expect(outcome).toBe('halted');
    const failed = members.filter(({ status }) => status === 'failed');
    expect(failed.map(({ failure }) => failure)).toEqual([{ class: 'refused', codes: ['STUB'] }]);
    expect(members.some(({ status }) => status === 'preflighted')).toBe(true);
    const before = changes().length;
    await expect(say('retry', 'li', { environments: ['c9999'] })).rejects.toThrow('c9999');
    await say('retry', 'li', { environments: failed.map(({ id }) => id) });
    // Refused again: nothing else is begun.
    await rollout.goOn();
    expect((await report()).totals.failed).toBe(1);
    expect(changes().filter((id) => id === failed[0]?.id)).toEqual([]);
    expect(changes().length).toBeGreaterThanOrEqual(before);
  });

  test('a pause is heard while work runs, and nothing is begun until its end', async () => {
    const { rollout, changes, say, start } = await begin({ pace: 20 }, { soakMinutes: 0, jobs: 1 });
    await start();
    const first = rollout.goOn();
    while (changes().length < 1) await after(20);
    await say('pause', 'li');
    expect(await first).toEqual({ for: 'pause' });
    const before = changes().length;
    await after(300);
    expect(changes()).toHaveLength(before);
    await say('resume', 'li');
    expect(await rollout.goOn()).toEqual({ for: 'end', outcome: 'done' });
    expect([...changes()].sort()).toEqual([...new Set(changes())].sort());
    expect(changes()).toHaveLength(6);
  });

  test('a stop lets end what runs, and tells the untouched from the done', async () => {
    const { rollout, changes, say, start, report } = await begin({ pace: 20 }, { soakMinutes: 0, jobs: 1 });
    await start();
    const first = rollout.goOn();
    while (changes().length < 2) await after(20);
    await say('stop', 'wang');
    expect(await first).toEqual({ for: 'end', outcome: 'stopped' });
    const { outcome, totals } = await report();
    expect(outcome).toBe('stopped');
    expect(totals.preflighted).toBe(6 - changes().length);
    await expect(say('resume', 'li')).rejects.toThrow('stopped');
  });

  test('what is left out by name is left alone', async () => {
    const { rollout, changes, start, report } = await begin({}, { soakMinutes: 0 });
    expect(await rollout.goOn()).toEqual({ for: 'start' });
    await rollout.add([{ type: 'excluded', id: 'c1113', by: 'li' }]);
    await start();
    expect(await rollout.goOn()).toEqual({ for: 'end', outcome: 'done' });
    expect(changes()).not.toContain('c1113');
    expect((await report()).totals).toMatchObject({ done: 5, skipped: 1 });
  });
}
