import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { TemporalRollout } from '../../../cli/rollout/temporal/temporal-rollout';
import { reportOf } from '../../../rollout/rollout-report';
import { ROOT } from '../../support/repository-files';
import { beginOn } from '../../support/rollout-engines';
import { changesIn, describeWithTemporal, TestServer, TestWorker } from '../../support/temporal';
import { testContext } from '../../support/test-context';

/** Workers compile what they load; that one is dead is known after 15 seconds. */
jest.setTimeout(600_000);

const MEMBERS = 24;
const work = { count: MEMBERS, seed: 5, refused: 0, transient: 10, pace: 10, jobs: 3 };
const settings = { canary: 2, wave: 11, jobs: 6, maxFailures: 1 };

describeWithTemporal('a rollout on workers', () => {
  const server = new TestServer(28_332);
  const changes = join(mkdtempSync(join(tmpdir(), 'rollout-')), 'changes');
  const workers: TestWorker[] = [];
  const addWorker = async () => {
    const worker = await TestWorker.start(server.address, changes, work);
    workers.push(worker);
    return worker;
  };
  const changed = async (count: number) => {
    while (changesIn(changes).length < count) await after(10);
  };

  beforeAll(() => server.start());
  afterAll(async () => {
    for (const worker of workers) await worker.kill();
    await server.kill();
  });

  test('survives the death of a worker, of a client and of the server in the middle of a wave', async () => {
    const [first, second] = await Promise.all([addWorker(), addWorker()]);
    const rollout = await beginOn(server, { settings, work });
    expect(await rollout.goOn()).toEqual({ for: 'start' });
    await rollout.add([{ type: 'started', by: 'li' }]);
    expect(await rollout.goOn()).toEqual({ for: 'approval' });
    await rollout.add([{ type: 'approved', by: 'wang', through: 100 }]);
    await rollout.close();

    const script = join(ROOT, 'bin/egov.js');
    const args = [script, 'rollout', 'watch', rollout.id, '--address', server.address];
    const client = spawn(process.execPath, args, { cwd: tmpdir(), stdio: 'ignore' });
    await changed(5);
    const both = new Set(changesIn(changes).map(({ pid }) => pid));
    client.kill('SIGKILL');
    await once(client, 'close');
    await first.kill();
    await changed(10);
    await server.kill();
    await server.start();
    await addWorker();
    const again = await TemporalRollout.open(
      rollout.id,
      { address: server.address, namespace: 'default' },
      testContext(),
    );
    expect(await again.goOn()).toEqual({ for: 'end', outcome: 'done' });
    const { totals, outcome } = reportOf(await again.state());
    await again.close();
    expect([outcome, totals.done]).toEqual(['done', MEMBERS]);
    expect(both).toEqual(new Set([first.pid, second.pid]));
    const ids = changesIn(changes).map(({ id }) => id);
    expect(new Set(ids).size).toBe(MEMBERS);
    // Begun again is only what was at work at a death: three in the worker, six at that of the server.
    expect(ids.length - MEMBERS).toBeLessThanOrEqual(9);
  });
});
