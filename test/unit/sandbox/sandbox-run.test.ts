import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../../../sandbox/run-tool';
import { SandboxRun } from '../../../sandbox/sandbox-run';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-run-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a service that ends while it is waited for is a problem with its last words', async () => {
  const run = new SandboxRun(folder, undefined, undefined);
  await run.start({ name: 'nova-hebei', command: 'sh', arguments: ['-c', 'echo starting; echo no database; exit 3'] });
  const log = join(folder, 'log', 'nova-hebei.log');
  await expect(run.until('nova-hebei', async () => false)).rejects.toMatchObject({
    problems: [
      {
        code: 'SANDBOX_SERVICE',
        at: log,
        message: { en: 'nova-hebei ended\n    starting\n    no database' },
      },
    ],
  });
});

test('a service that takes too long is a problem', async () => {
  const run = new SandboxRun(folder, undefined, undefined);
  await run.start({ name: 'slow', command: 'sleep', arguments: ['600'] });
  await expect(run.until('slow', async () => false, 0)).rejects.toMatchObject({
    problems: [{ message: { en: 'slow does not answer after 0 s' } }],
  });
  await run.daemons.stop(['slow']);
});

test('a service that cannot be started is a problem', async () => {
  const run = new SandboxRun(folder, undefined, undefined);
  await expect(run.start({ name: 'x', command: 'no-such-program', arguments: [] })).rejects.toMatchObject({
    problems: [{ code: 'SANDBOX_SERVICE', message: { en: expect.stringContaining('cannot be started') } }],
  });
});

test('steps are told in both languages until the signal fires', () => {
  const steps: object[] = [];
  const controller = new AbortController();
  const run = new SandboxRun(folder, controller.signal, (step) => steps.push(step));
  run.step('start keystone', '启动 keystone');
  controller.abort(new Error('Ctrl-C'));
  expect(() => run.step('more', '更多')).toThrow('Ctrl-C');
  expect(steps).toEqual([{ en: 'start keystone', zh: '启动 keystone' }]);
});

test('a program that is cut off ends with its children and rejects with the reason', async () => {
  const controller = new AbortController();
  const running = runTool('sh', ['-c', 'sleep 600 & sleep 600'], { signal: controller.signal });
  setImmediate(() => controller.abort(new Error('Ctrl-C')));
  await expect(running).rejects.toThrow('Ctrl-C');
});

test('a program that does not exist has no exit code', async () => {
  expect(await runTool('no-such-program', [])).toMatchObject({ code: null, stdout: '' });
});
