import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { REGISTER, workflowId } from '../../../cli/rollout/temporal/rollout-run';
import { historyText, replay } from '../../support/replay';
import { ROOT } from '../../support/repository-files';
import { beginOn } from '../../support/rollout-engines';
import { describeWithTemporal, TestServer, TestWorker } from '../../support/temporal';

/** A worker compiles what it loads, and makes its bundle. */
jest.setTimeout(300_000);

const WORKFLOWS = 'cli/rollout/temporal/workflows.ts';
const work = { count: 8, seed: 8, refused: 20, transient: 0, pace: 1, jobs: 3 };
const settings = { canary: 1, wave: 3, jobs: 2, maxFailures: 2 };

describeWithTemporal('what a server remembers of a rollout', () => {
  const server = new TestServer(28_336);
  let worker: TestWorker | undefined;

  beforeAll(() => server.start());
  afterAll(async () => {
    await worker?.kill();
    await server.kill();
  });

  test('is what its workflows do again on another machine, and what no others do', async () => {
    worker = await TestWorker.start(server.address, '/dev/null', work);
    const rollout = await beginOn(server, { settings, work });
    expect(await rollout.goOn()).toEqual({ for: 'start' });
    await rollout.add([{ type: 'started', by: 'li' }]);
    expect(await rollout.goOn()).toEqual({ for: 'approval' });
    await rollout.add([{ type: 'paused', by: 'li' }]);
    await rollout.add([{ type: 'resumed', by: 'li' }]);
    await rollout.add([{ type: 'approved', by: 'wang', through: 100 }]);
    const waiting = await rollout.goOn();
    if (waiting.for !== 'end') {
      await rollout.add([{ type: 'stopped', by: 'li' }]);
      await rollout.goOn();
    }
    await rollout.close();

    const connection = await Connection.connect({ address: server.address });
    const client = new Client({ connection });
    const historyOf = (id: string) => client.workflow.getHandle(id).fetchHistory();
    const [register, whole] = [await historyOf(REGISTER), await historyOf(workflowId(rollout.id))];
    await connection.close();
    expect(whole.events?.length).toBeGreaterThan(50);
    await replay(WORKFLOWS, whole, workflowId(rollout.id));
    await replay(WORKFLOWS, register, REGISTER);
    await expect(replay('test/support/forgetful-register.ts', whole, workflowId(rollout.id))).rejects.toThrow();
    if (process.env['UPDATE_GOLDEN'] === '1')
      writeFileSync(join(ROOT, 'test/golden/rollout/register-history.txt'), `${historyText.of(register)}\n`);
  });
});
