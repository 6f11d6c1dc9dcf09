import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../../cli/rollout/journal';
import { runLocally } from '../../../../cli/rollout/local-engine';
import { reportOf } from '../../../../rollout/rollout-report';
import { counties, created } from '../../../support/rollout-example';
import { stubWork } from '../../../support/rollout-stub';

// Every step is on the disk before the next: 13,000 of them, which a slow disk takes minutes for and memory none.
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
jest.setTimeout(300_000);

test('3,200 environments with seeded failures end, in bounded memory, and the report adds up', async () => {
  const folder = mkdtempSync(join(MEMORY, 'rollout-'));
  const file = join(folder, 'journal.jsonl');
  let clock = 1;
  // The process holds other tests, too.
  const before = process.memoryUsage().rss;
  const changed = new Map<string, number>();
  const members = counties(3200);
  Journal.create(file, created(members, { canary: 2, wave: 50, jobs: 16, maxFailures: 1000 }));
  const journal = new Journal(file, () => clock);
  const work = stubWork({
    seed: 7,
    refused: 2,
    transient: 3,
    wait: () => new Promise((resolve) => setImmediate(resolve)),
    onApply: (id) => changed.set(id, (changed.get(id) ?? 0) + 1),
  });
  const { signal } = new AbortController();
  const sleep = async (ms: number): Promise<void> => {
    clock += ms;
  };
  const run = () => runLocally({ journal, work, signal, now: () => clock, sleep });
  expect(await run()).toEqual({ for: 'start' });
  journal.append({ type: 'started', by: 'li' });
  expect(await run()).toEqual({ for: 'approval' });
  journal.append({ type: 'approved', by: 'wang', through: 10_000 });
  expect(await run()).toEqual({ for: 'budget' });
  const { totals } = reportOf(new Journal(file, () => clock).state);
  expect(totals.done + totals.failed).toBe(3200);
  expect(totals.done).toBe(changed.size);
  expect([...changed.values()].filter((count) => count !== 1)).toEqual([]);
  expect(totals.failed).toBeGreaterThan(0);
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(500);
  rmSync(folder, { recursive: true });
});
