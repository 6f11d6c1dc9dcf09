import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Host, runCli } from '../../../cli/run-cli';
import { packageRoot } from '../../../environments/package-root';

export interface Ran {
  readonly code: number;
  /** Lines of standard output. */
  readonly out: readonly string[];
  /** Lines of standard error. */
  readonly err: readonly string[];
}

/** Runs a command line in this process and records what it says. */
export async function run(line: string | readonly string[], host: Partial<Host> = {}): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  let clock = 0;
  const code = await runCli(typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line, {
    output: {
      data: (words) => out.push(...words.split('\n')),
      notice: (words) => err.push(...words.split('\n')),
    },
    folder: packageRoot(),
    surroundings: {},
    signal: new AbortController().signal,
    terminal: false,
    now: () => {
      clock += 250;
      return clock;
    },
    ...host,
  });
  return { code, out, err };
}

// Whole commands over whole environments: on a busy machine some of them take longer than jest's five seconds.
jest.setTimeout(60_000);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A working directory with some of the shipped environments and files, to be changed; it goes after the tests. */
export function workingFolder(...parts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'egov-cli-'));
  folders.push(folder);
  for (const part of parts)
    cpSync(join(packageRoot(), 'environments', part), join(folder, 'environments', part), { recursive: true });
  return folder;
}
