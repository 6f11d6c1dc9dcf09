import { terminalOutput, type WrittenStream } from '../../../cli/terminal-output';

class Recorder implements WrittenStream {
  words = '';
  fail: ((error: NodeJS.ErrnoException) => void) | undefined;

  constructor(
    readonly isTTY = false,
    readonly columns = 20,
  ) {}

  write(words: string): void {
    this.words += words;
  }

  on(_: 'error', listener: (error: NodeJS.ErrnoException) => void): void {
    this.fail = listener;
  }
}

test('a reader that goes away early is no error; anything else is', () => {
  const out = new Recorder();
  terminalOutput(out, new Recorder());
  expect(() => out.fail?.(Object.assign(new Error('broken pipe'), { code: 'EPIPE' }))).not.toThrow();
  expect(() => out.fail?.(Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toThrow('no space');
});

test('nothing is live where standard error is no terminal', () => {
  expect(terminalOutput(new Recorder(true), new Recorder(false)).live).toBeUndefined();
});

test('a live line fits the terminal and goes before the next line, wherever that is written', () => {
  const [out, err] = [new Recorder(true), new Recorder(true)];
  const output = terminalOutput(out, err);
  output.live?.('0123456789012345678901234567890');
  output.data('result');
  output.notice('talk');
  expect(out.words).toBe('result\n');
  expect(err.words).toBe('\r\u001b[K0123456789012345678\r\u001b[Ktalk\n');
});
