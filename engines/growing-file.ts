import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Pause between two looks, in milliseconds: soon enough for a person who watches. */
const PAUSE = 100;
const CHUNK = 65_536;

/** A file to which another process adds lines, read from where it ended when it was opened. */
export class GrowingFile {
  /** For the process that writes. */
  readonly descriptor: number;
  private readonly decoder = new StringDecoder('utf8');
  private readonly chunk = Buffer.alloc(CHUNK);
  private position: number;
  private rest = '';
  private timer: NodeJS.Timeout | undefined;
  private onLine: (line: string) => void = () => {};

  constructor(path: string) {
    this.descriptor = openSync(path, 'a+', 0o600);
    this.position = fstatSync(this.descriptor).size;
  }

  follow(onLine: (line: string) => void): void {
    this.onLine = onLine;
    this.timer = setInterval(() => this.read(), PAUSE);
  }

  /** Reads what is left, then closes. */
  close(): void {
    if (this.timer === undefined) return;
    clearInterval(this.timer);
    this.timer = undefined;
    this.read();
    if (this.rest !== '') this.onLine(this.rest);
    closeSync(this.descriptor);
  }

  private read(): void {
    for (;;) {
      const count = readSync(this.descriptor, this.chunk, 0, CHUNK, this.position);
      if (count === 0) return;
      this.position += count;
      const lines = (this.rest + this.decoder.write(this.chunk.subarray(0, count))).split('\n');
      this.rest = lines.pop() ?? '';
      for (const line of lines) this.onLine(line);
    }
  }
}
