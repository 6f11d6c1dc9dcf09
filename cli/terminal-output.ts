import type { Output } from './output';

/** The part of a stream of a process that is written to. */
export interface WrittenStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(words: string): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

const CLEAR = '\r\u001b[K';

/** Output to the streams of a process. A reader that goes away early (`| head`) is no error. */
export function terminalOutput(out: WrittenStream, err: WrittenStream): Output {
  let isLive = false;
  const clear = (): void => {
    if (isLive) err.write(CLEAR);
    isLive = false;
  };
  for (const stream of [out, err])
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  return {
    data: (line) => {
      clear();
      out.write(`${line}\n`);
    },
    notice: (line) => {
      clear();
      err.write(`${line}\n`);
    },
    ...(err.isTTY === true && {
      live: (line: string) => {
        err.write(`${CLEAR}${line.slice(0, (err.columns ?? 80) - 1)}`);
        isLive = true;
      },
    }),
  };
}
