import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { CALLS, codeQueue, workflowId } from '../../../cli/rollout/temporal/rollout-run';
import { dataConverter } from '../../../cli/rollout/temporal/temporal-connection';
import { TemporalRollout } from '../../../cli/rollout/temporal/temporal-rollout';
import { ProblemsError } from '../../../model/problem';
import { beginOn } from '../../support/rollout-engines';
import { describeWithTemporal, TestServer, TestWorker } from '../../support/temporal';
import { testContext } from '../../support/test-context';

/** A worker compiles what it loads, and makes its bundle. */
jest.setTimeout(300_000);

const folder = mkdtempSync(join(tmpdir(), 'rollout-'));
const keyFile = (name: string, fill: number) => {
  const file = join(folder, name);
  writeFileSync(file, `${Buffer.alloc(32, fill).toString('base64')}\n`);
  return { EGOV_ROLLOUT_KEY_FILE: file };
};
const key = keyFile('key', 1);
const work = { count: 3, seed: 3, refused: 0, transient: 0, pace: 1, jobs: 3 };
const example = { settings: { canary: 1, wave: 2, jobs: 2, soakMinutes: 0 }, work };

/** The problems of what must not work: code and message. */
async function refusalOf(attempt: Promise<unknown>): Promise<readonly string[]> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemsError)) throw error;
  return error.problems.map(({ code, message }) => `${code} ${message.en}`);
}

test('a server that does not answer is told with its address', async () => {
  const [first, ...rest] = await refusalOf(beginOn({ address: '127.0.0.1:9' }, example));
  expect(first).toMatch(/^ROLLOUT_SERVER the server of Temporal at 127\.0\.0\.1:9 does not answer: /);
  expect(rest).toEqual([]);
});

describeWithTemporal('a server of Temporal', () => {
  const server = new TestServer(28_333);
  const { address } = server;
  let worker: TestWorker | undefined;

  beforeAll(() => server.start());
  afterAll(async () => {
    await worker?.kill();
    await server.kill();
  });

  test('without a worker of this version nothing is handed over', async () => {
    const [first] = await refusalOf(beginOn(server, example, key));
    expect(first).toMatch(/^ROLLOUT_WORKER no worker of egov \S+ answers at 127\.0\.0\.1:28333$/);
  });

  test('a rollout of another version is left to its own workers and clients', async () => {
    const connection = await Connection.connect({ address });
    const client = new Client({ connection });
    const options = { workflowId: workflowId('older'), taskQueue: codeQueue('0.0.1'), memo: { egov: '0.0.1' } };
    const handle = await client.workflow.start(CALLS.rollout, { ...options, args: [] });
    const [problem] = await refusalOf(TemporalRollout.open('older', { address, namespace: 'default' }, testContext()));
    expect(problem).toMatch(/^ROLLOUT_VERSION .*0\.0\.1/);
    await handle.terminate();
    await connection.close();
  });

  test('with a key the server sees no environment, and who has another key reads nothing', async () => {
    worker = await TestWorker.start(address, join(folder, 'changes'), work, key);
    const rollout = await beginOn(server, example, key);
    expect(await rollout.goOn()).toEqual({ for: 'start' });

    const connection = await Connection.connect({ address });
    const { history } = await connection.workflowService.getWorkflowExecutionHistory({
      namespace: 'default',
      execution: { workflowId: `egov-rollout/${rollout.id}` },
    });
    const seen = JSON.stringify(history);
    const raw = (history?.events ?? []).flatMap((event) => [
      ...(event.workflowExecutionStartedEventAttributes?.input?.payloads ?? []),
      ...(event.activityTaskScheduledEventAttributes?.input?.payloads ?? []),
      ...(event.activityTaskCompletedEventAttributes?.result?.payloads ?? []),
    ]);
    expect(raw.length).toBe(1 + 2 * 3);
    for (const { metadata, data } of raw) {
      expect(Buffer.from(metadata?.['encoding'] ?? []).toString()).toBe('binary/egov-sealed');
      expect(Buffer.from(data ?? []).toString('latin1')).not.toContain('c111');
    }
    expect(seen).toContain('egov-work@');

    const other = TemporalRollout.open(
      rollout.id,
      { address, namespace: 'default' },
      testContext({ surroundings: keyFile('other', 2) }),
    );
    expect((await refusalOf(other))[0]).toMatch(
      /^ROLLOUT_KEY it is sealed with the key [0-9a-f]{12}, which is not here$/,
    );
    await connection.close();

    const [overlap, ...more] = await refusalOf(beginOn(server, example, key));
    expect(overlap).toBe(`ROLLOUT_OVERLAP c1111 belongs to the rollout ${rollout.id}, which has not ended`);
    expect(more).toHaveLength(2);

    await rollout.add([{ type: 'started', by: 'li' }]);
    expect(await rollout.goOn()).toEqual({ for: 'end', outcome: 'done' });
    await rollout.close();
    // What ended gave its environments back.
    const next = await beginOn(server, example, key);
    await next.close();
  });

  test('a rollout that was ended in Temporal itself gives its environments to the next', async () => {
    worker ??= await TestWorker.start(address, join(folder, 'changes'), work, key);
    const connection = await Connection.connect({ address });
    const client = new Client({ connection, dataConverter: dataConverter({ surroundings: key }) });
    for await (const { workflowId, status } of client.workflow.list({ query: 'WorkflowType="egovRollout"' }))
      if (status.name === 'RUNNING') await client.workflow.getHandle(workflowId).terminate('by hand');
    await connection.close();
    const rollout = await beginOn(server, example, key);
    expect(await rollout.goOn()).toEqual({ for: 'start' });
    await rollout.close();
  });
});
