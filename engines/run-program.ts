import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { GrowingFile } from './growing-file';
import { type Surroundings, withoutSecrets } from './surroundings';

export interface RunProps {
  readonly program: string;
  /** Never a secret: arguments are public on a machine. Secrets travel in `surroundings`. */
  readonly args: readonly string[];
  readonly folder: string;
  readonly surroundings: Surroundings;
  /** Stops the program: an interrupt first, so that it can put its state away, then a kill. */
  readonly signal?: AbortSignal;
  /** Time that an interrupted program gets to end by itself, in milliseconds. @default 30 seconds */
  readonly grace?: number;
  /** Every line of standard output as it comes, secrets removed. */
  readonly onLine?: (line: string) => void;
  /**
   * File to whose end the program writes its standard output by itself. Nothing then breaks for it when this process
   * ends, and nothing of what it said is lost.
   *
   * @default - a pipe to this process
   */
  readonly outputFile?: string;
  /** Called with the process id as soon as the program runs. */
  readonly onStart?: (pid: number) => void;
}

/** How a program ended. */
export interface RunEnd {
  /** Exit code; `undefined` when a signal ended it. */
  readonly code: number | undefined;
  /** For a person: `exit code 1`, `signal SIGKILL`. */
  readonly end: string;
  readonly stdout: string;
  /** The last lines of standard error, or of standard output when it said nothing there; secrets removed. */
  readonly lastLines: readonly string[];
  /** What Go's runtime said as it ended the program, or a plugin of it; absent where it did not. */
  readonly panic?: string;
}

const GRACE = 30_000;
const LAST_LINES = 12;

/** Children alive now. An engine must not go on alone when this process ends. */
const alive = new Set<number>();

/**
 * Runs a program to its end. Rejects only when it cannot be started (the error of `spawn`); every end is an answer.
 *
 * The child leads a process group of its own: Ctrl-C in a terminal reaches every process of the foreground group, and
 * OpenTofu gives up its state at the second interrupt, so it must get exactly one, from here.
 */
export function runProgram(props: RunProps): Promise<RunEnd> {
  return new Promise((resolve, reject) => {
    const file = props.outputFile === undefined ? undefined : new GrowingFile(props.outputFile);
    const child = spawn(props.program, props.args, {
      cwd: props.folder,
      env: { ...props.surroundings },
      stdio: ['ignore', file?.descriptor ?? 'pipe', 'pipe'],
      detached: true,
    });
    const { pid } = child;
    if (pid !== undefined) {
      register(pid);
      props.onStart?.(pid);
    }
    let timer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      sendSignal(pid, 'SIGINT');
      timer = setTimeout(() => sendSignal(pid, 'SIGKILL'), props.grace ?? GRACE);
    };
    const clean = (line: string): string => withoutSecrets(line, props.surroundings);
    const onLine = (line: string): void => props.onLine?.(clean(line));
    const out = child.stdout === null ? [] : collectLines(child.stdout, onLine);
    file?.follow((line) => {
      out.push(line);
      onLine(line);
    });
    const err = child.stderr === null ? [] : collectLines(child.stderr);
    const settle = (): void => {
      file?.close();
      clearTimeout(timer);
      props.signal?.removeEventListener('abort', stop);
      if (pid !== undefined) alive.delete(pid);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    // Nothing of the group outlives its leader: a provider does not notice that its engine was killed.
    child.once('exit', () => sendSignal(pid, 'SIGKILL'));
    child.once('close', (code, signal) => {
      settle();
      const last = err.some((line) => line.trim() !== '') ? err : out;
      const lastLines = last
        .filter((line) => line.trim() !== '')
        .slice(-LAST_LINES)
        .map(clean);
      const end = signal === null ? `exit code ${code}` : `signal ${signal}`;
      const panic = err.find((line) => /^(panic|fatal error): /.test(line));
      const stdout = out.join('\n');
      resolve({ code: code ?? undefined, end, stdout, lastLines, ...(panic !== undefined && { panic: clean(panic) }) });
    });
    if (props.signal?.aborted) stop();
    else props.signal?.addEventListener('abort', stop, { once: true });
  });
}

function collectLines(stream: Readable, onLine: (line: string) => void = () => {}): string[] {
  const lines: string[] = [];
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
    lines.push(line);
    onLine(line);
  });
  return lines;
}

/** To the whole group: a provider is a process of its own below the engine. */
function sendSignal(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

function register(pid: number): void {
  if (!process.listeners('exit').includes(endAll)) process.on('exit', endAll);
  alive.add(pid);
}

function endAll(): void {
  for (const pid of alive) sendSignal(pid, 'SIGINT');
}
