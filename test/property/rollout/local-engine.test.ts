import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Journal } from '../../../cli/rollout/journal';
import { runLocally } from '../../../cli/rollout/local-engine';
import type { Waiting } from '../../../rollout/next-steps';
import type { RolloutEvent } from '../../../rollout/rollout-event';
import { reportOf } from '../../../rollout/rollout-report';
import { counties, created } from '../../support/rollout-example';
import { stubWork } from '../../support/rollout-stub';

/** Thrown by the stub in the place of the death of a process: the journal hears nothing after it. */
class Killed extends Error {}

interface Run {
  readonly seed: number;
  readonly count: number;
  readonly refused: number;
  readonly maxFailures: number;
  readonly wave: number;
  /** After how many writes the process dies, again and again. */
  readonly kills: readonly number[];
}

/** Drives a rollout to its end or its halt, through deaths; the events that are on the disk, and what the clouds saw. */
async function play({ seed, count, refused, maxFailures, wave, kills }: Run) {
  const folder = mkdtempSync(join(tmpdir(), 'rollout-'));
  const file = join(folder, 'journal.jsonl');
  const members = counties(count);
  let clock = 1;
  const now = () => clock;
  const left = [...kills];
  const changed: string[] = [];
  Journal.create(file, created(members, { wave, maxFailures, jobs: 3 }));
  const work = stubWork({
    seed,
    refused,
    transient: 20,
    wait: () => new Promise((resolve) => setImmediate(resolve)),
    onApply: (id) => changed.push(id),
  });
  const run = async (): Promise<Waiting> => {
    const journal = new Journal(file, now);
    let writes = left.shift() ?? Number.POSITIVE_INFINITY;
    const append = journal.append.bind(journal);
    journal.append = (event) => {
      if (writes <= 0) throw new Killed();
      writes -= 1;
      append(event);
    };
    const sleep = async (ms: number): Promise<void> => {
      clock += ms;
    };
    return runLocally({ journal, work, signal: new AbortController().signal, now, sleep });
  };
  const words = new Journal(file, now);
  for (let round = 0; round < 60; round++) {
    clock += 1;
    const waiting = await run().catch((error: unknown) => {
      if (error instanceof Killed) return undefined;
      throw error;
    });
    if (waiting === undefined) continue;
    if (waiting.for === 'start') words.append({ type: 'started', by: 'li' });
    else if (waiting.for === 'approval') {
      // One wave at a time, so that a step beyond the approved wave would be seen.
      const through = Math.max(0, ...words.state.approvals.map((one) => one.through)) + 1;
      words.append({ type: 'approved', by: 'wang', through });
    } else break;
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const events = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as RolloutEvent);
  const { state } = words;
  rmSync(folder, { recursive: true });
  return { events, changed, state, members };
}

const runs = fc.record({
  seed: fc.nat(),
  count: fc.integer({ min: 1, max: 12 }),
  refused: fc.constantFrom(0, 10, 40),
  maxFailures: fc.integer({ min: 1, max: 3 }),
  wave: fc.integer({ min: 1, max: 4 }),
  kills: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
});

const idsOf = (events: readonly RolloutEvent[], type: RolloutEvent['type']) =>
  events.flatMap((one) => (one.type === type && 'id' in one ? [one.id] : []));

test('nothing is applied again after it was written down as applied, and nothing is lost', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async (run) => {
      const { events, changed, state, members } = await play(run);
      for (const id of idsOf(events, 'applied')) {
        const at = events.findIndex((one) => one.type === 'applied' && one.id === id);
        expect(idsOf(events.slice(at + 1), 'applying')).not.toContain(id);
        expect(changed).toContain(id);
      }
      const { totals, outcome } = reportOf(state);
      expect(Object.values(totals).reduce((sum, one) => sum + one, 0)).toBe(members.length);
      expect(totals.done).toBe(new Set(idsOf(events, 'verified')).size);
      expect(totals.applying + totals.verifying).toBe(0);
      expect(outcome).toBe(totals.failed > 0 ? 'halted' : 'done');
      if (totals.failed === 0) expect(totals.done).toBe(members.length);
    }),
    { numRuns: 40 },
  );
});

test('nothing is begun beyond the approved wave, nor once the budget is used up', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async (run) => {
      const { events, state } = await play(run);
      const waveOf = new Map(state.waves.flatMap((ids, wave) => ids.map((id) => [id, wave] as const)));
      let through = 0;
      let failures = 0;
      const begun = new Set<string>();
      for (const event of events) {
        if (event.type === 'approved') through = event.through;
        if (event.type === 'applying') {
          expect(waveOf.get(event.id)).toBeLessThanOrEqual(through);
          if (failures >= run.maxFailures) expect(begun).toContain(event.id);
          begun.add(event.id);
        }
        if (event.type === 'failed' && event.again === undefined) failures += 1;
      }
    }),
    { numRuns: 40 },
  );
});
