import { runTool } from '../../../sandbox/run-tool';

describe('runTool', () => {
  test('a program that is given nothing reads nothing', async () => {
    expect(await runTool('cat', [])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('a program reads what it is given', async () => {
    expect(await runTool('cat', [], { input: 'one\ntwo\n' })).toMatchObject({ code: 0, stdout: 'one\ntwo\n' });
  });

  test('one that ends without reading ends with its own code', async () => {
    expect(await runTool('sh', ['-c', 'exec 0<&-; exit 3'], { input: 'x'.repeat(1 << 20) })).toMatchObject({ code: 3 });
  });

  test('one that is not there has no code', async () => {
    expect((await runTool('no-such-program', [])).code).toBeNull();
  });

  test('the signal ends it, and its reason is the answer', async () => {
    const controller = new AbortController();
    const running = runTool('sleep', ['30'], { signal: controller.signal });
    controller.abort(new Error('Ctrl-C'));
    await expect(running).rejects.toThrow('Ctrl-C');
  });
});
