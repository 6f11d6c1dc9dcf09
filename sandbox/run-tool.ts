import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface ToolResult {
  /** 0 is success; null when a signal ended it or it could not be started. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ToolProps {
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly cwd?: string | undefined;
  /** What it reads from its standard input; nothing by default. */
  readonly input?: string | undefined;
  /** Ends the program and its children. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs a short program to its end. Rejects only when `signal` fires. */
export function runTool(command: string, args: readonly string[], props: ToolProps = {}): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    props.signal?.throwIfAborted();
    const child = spawn(command, args, {
      cwd: props.cwd,
      env: { ...process.env, ...props.env },
      stdio: [props.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: true,
    }) as ChildProcessByStdio<Writable | null, Readable, Readable>;
    // A program that ends without reading breaks the pipe; its exit code says why.
    child.stdin?.on('error', () => undefined).end(props.input);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk;
    });
    const abort = () => endGroup(child.pid);
    props.signal?.addEventListener('abort', abort, { once: true });
    child.once('error', (error) => resolve({ code: null, stdout, stderr: error.message }));
    child.once('close', (code) => {
      props.signal?.removeEventListener('abort', abort);
      if (props.signal?.aborted) reject(props.signal.reason);
      else resolve({ code, stdout, stderr });
    });
  });
}

function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGTERM');
  } catch {
    // It ended in the meantime.
  }
}
