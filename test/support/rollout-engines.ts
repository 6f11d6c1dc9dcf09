import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Journal } from '../../cli/rollout/journal';
import { runLocally } from '../../cli/rollout/local-engine';
import type { RolloutRecord } from '../../cli/rollout/rollout-record';
import { TemporalRollout } from '../../cli/rollout/temporal/temporal-rollout';
import type { TemporalServer } from '../../cli/rollout/temporal/temporal-server';
import type { Surroundings } from '../../engines/surroundings';
import type { RolloutEvent } from '../../rollout/rollout-event';
import type { RolloutSettings } from '../../rollout/rollout-settings';
import { foldEvents } from '../../rollout/rollout-state';
import { counties, created } from './rollout-example';
import { stubWork } from './rollout-stub';
import type { StubWork } from './rollout-worker-process';
import { changesIn, TestServer, TestWorker } from './temporal';
import { testContext } from './test-context';

export interface Example {
  readonly settings: Partial<RolloutSettings>;
  readonly work: StubWork;
}

/** A rollout of counties that there are not, and what was changed in their clouds. */
export interface Begun {
  readonly rollout: RolloutRecord;
  readonly changes: () => readonly string[];
  readonly end: () => Promise<void>;
}

/** An engine under test. */
export interface TestEngine {
  readonly name: string;
  readonly open: () => Promise<void>;
  readonly begin: (example: Example) => Promise<Begun>;
  readonly close: () => Promise<void>;
}

let count = 0;

/** The creation of a rollout of its own name: a server of Temporal remembers every one. */
export function creation({ settings, work }: Example): RolloutEvent {
  count += 1;
  return { ...created(counties(work.count), settings), rollout: `r${process.pid}-${count}` } as RolloutEvent;
}

export const localEngine: TestEngine = {
  name: 'local',
  open: async () => {},
  close: async () => {},
  begin: async (example) => {
    const folder = mkdtempSync(join(tmpdir(), 'rollout-'));
    const [file, changes] = [join(folder, 'journal.jsonl'), join(folder, 'changes')];
    const first = creation(example);
    Journal.create(file, first);
    const journal = new Journal(file, Date.now);
    const { pace, ...stub } = example.work;
    const wait = (ms: number) => after(ms * pace);
    const work = stubWork({ ...stub, wait, onApply: (id) => appendFileSync(changes, `${id} ${process.pid}\n`) });
    const { signal } = new AbortController();
    const rollout: RolloutRecord = {
      id: journal.state.rollout,
      state: async () => journal.state,
      add: async (events) => events.forEach((event) => void journal.append(event)),
      goOn: () => runLocally({ journal, work, signal, now: Date.now, listen: 100 }),
      now: async () => ({ waiting: { for: 'work' }, worker: undefined, pid: null }),
      close: async () => {},
    };
    return { rollout, changes: () => changesIn(changes).map(({ id }) => id), end: async () => {} };
  },
};

/** A server of its own on this port, and one worker for each example. */
export function temporalEngine(port: number): TestEngine {
  const server = new TestServer(port);
  return {
    name: 'temporal',
    open: () => server.start(),
    close: () => server.kill(),
    begin: async (example) => {
      const changes = join(mkdtempSync(join(tmpdir(), 'rollout-')), 'changes');
      const worker = await TestWorker.start(server.address, changes, example.work);
      const rollout = await beginOn(server, example).catch(async (error: unknown) => {
        await worker.kill();
        throw error;
      });
      const end = async (): Promise<void> => {
        // Its environments are given back to the next one.
        const { finished, stoppedBy } = await rollout.state();
        if (!finished && stoppedBy === undefined) await rollout.add([{ type: 'stopped', by: 'li' }]);
        await rollout.goOn();
        await rollout.close();
        await worker.stop();
      };
      return { rollout, changes: () => changesIn(changes).map(({ id }) => id), end };
    },
  };
}

export function beginOn(
  at: Pick<TestServer, 'address'> | TemporalServer,
  example: Example,
  surroundings: Surroundings = {},
): Promise<TemporalRollout> {
  const state = foldEvents([creation(example)]);
  const server = 'namespace' in at ? at : { address: at.address, namespace: 'default' };
  return TemporalRollout.begin({ state, queue: '{province}' }, server, testContext({ surroundings }));
}
