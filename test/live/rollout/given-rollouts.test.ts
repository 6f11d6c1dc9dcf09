import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RolloutReport } from '../../../rollout/rollout-report';
import { describeWithTemporal, TestServer, TestWorker } from '../../support/temporal';
import { run, workingFolder } from '../../unit/cli/command-line';

/** A worker compiles what it loads, and makes its bundle. */
jest.setTimeout(300_000);

const COUNTY = 'guangxi/liuzhou/liucheng';
/** The queue that the test's worker listens on. */
const QUEUE = '130000';

describeWithTemporal('a rollout that is given to a server', () => {
  const server = new TestServer(28_351, true);
  const at = `--address ${server.address}`;
  const folder = workingFolder('guangxi');
  const changes = join(mkdtempSync(join(tmpdir(), 'rollout-')), 'changes');
  const work = { count: 1, seed: 3, refused: 0, transient: 0, pace: 1, jobs: 2, also: [COUNTY] };
  let worker: TestWorker | undefined;

  const egov = (line: string) => run(`rollout ${line}`, { folder });
  const plan = (where: string) => egov(`plan --select level=county --by li --queue ${QUEUE} ${where}`);
  /** The one that is in the way of another plan. */
  const idInTheWay = async (where: string): Promise<string> => {
    const said = (await plan(where)).err.join('\n');
    return /ROLLOUT_OVERLAP.*egov rollout stop ([\w-]+)/s.exec(said)?.[1] ?? said;
  };
  const idOf = (out: readonly string[]): string => (JSON.parse(out.join('\n')) as RolloutReport).rollout;

  beforeAll(() => server.start());
  afterAll(async () => {
    await worker?.kill();
    await server.kill();
  });

  test.each([
    ['a server that does not answer', '--address 127.0.0.1:9', 'ROLLOUT_SERVER'],
    ['a server without a worker', at, 'ROLLOUT_WORKER'],
  ])('stays here where %s was named, and can be stopped', async (_, where, code) => {
    const refused = await plan(where);
    expect([refused.code, refused.err.join(' ')]).toEqual([5, expect.stringContaining(code)]);
    const id = await idInTheWay(where);
    expect((await egov(`stop ${id} --by li`)).code).toBe(0);
    expect((await plan(where)).err.join(' ')).toContain(code);
    expect((await egov(`stop ${await idInTheWay(where)} --by li`)).code).toBe(0);
  });

  test('can be given to another server than the first that was named', async () => {
    await plan('--address 127.0.0.1:9');
    const id = await idInTheWay(at);
    worker = await TestWorker.start(server.address, changes, work);
    // Planned by the worker, it waits for its start.
    const given = await egov(`start ${id} --by li --json --queue ${QUEUE} ${at}`);
    expect([given.out.join('\n'), given.code]).toEqual([expect.stringContaining('"for": "start"'), 0]);
    expect((await egov(`start ${id} --by li`)).code).toBe(0);
    expect(idOf((await egov(`report ${id}`)).out)).toBe(id);
  });

  test('has ended once its server forgot it, and is not begun again', async () => {
    expect((await plan(at)).code).toBe(0);
    const first = await idInTheWay(at);
    // Its database was in memory.
    await worker?.kill();
    await server.kill();
    await server.start();
    worker = await TestWorker.start(server.address, changes, work);
    expect((await egov(`start ${first} --by li`)).err[0]).toContain('ROLLOUT_UNKNOWN');
    expect((await plan(at)).code).toBe(0);
    expect(await idInTheWay(at)).not.toBe(first);
  });
});
