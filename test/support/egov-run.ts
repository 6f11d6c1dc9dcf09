import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runCli } from '../../cli/run-cli';
import { ROOT } from './repository-files';

export interface EgovEnd {
  readonly code: number;
  readonly out: string;
  /** What was said on standard error. */
  readonly said: string;
}

export interface EgovProps {
  readonly folder: string;
  readonly surroundings: Readonly<Record<string, string | undefined>>;
}

/** Runs a command line in this process. */
export async function egov(args: string, { folder, surroundings }: EgovProps): Promise<EgovEnd> {
  const [out, said]: [string[], string[]] = [[], []];
  const code = await runCli(args.split(' '), {
    output: { data: (line) => void out.push(line), notice: (line) => void said.push(line) },
    folder,
    surroundings,
    signal: new AbortController().signal,
    terminal: false,
    now: () => performance.now(),
  });
  return { code, out: out.join('\n'), said: said.join('\n') };
}

/** Runs it in a process of its own, and calls `watch` now and then until that has done what it came for. */
export function egovProcess(
  args: string,
  { folder, surroundings }: EgovProps,
  watch: (pid: number) => boolean,
): Promise<Pick<EgovEnd, 'said'> & { readonly end: number | string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'bin/egov.js'), ...args.split(' ')], {
      cwd: folder,
      env: { ...surroundings },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    const timer = setInterval(() => {
      if (watch(child.pid ?? 0)) clearInterval(timer);
    }, 50);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearInterval(timer);
      resolve({ said, end: code ?? signal ?? 'unknown' });
    });
  });
}
