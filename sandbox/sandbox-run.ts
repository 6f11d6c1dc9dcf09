import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemsError } from '../model/problem';
import { SANDBOX_SERVICE } from '../model/problems/sandbox-problems';
import type { Text } from '../model/text';
import { PYTHON, pythonArguments, sandboxEnvironment } from './cloud-daemons';
import { type Daemon, Daemons } from './daemons';
import { runTool } from './run-tool';

/** Called as each step of a long command begins. */
export type Progress = (step: Text) => void;

/** One command at work on a state folder: what it starts it can end, and it stops at the signal. */
export class SandboxRun {
  readonly daemons: Daemons;

  constructor(
    readonly state: string,
    readonly signal: AbortSignal | undefined,
    private readonly progress: Progress | undefined,
  ) {
    this.daemons = new Daemons(state);
  }

  step(en: string, zh: string): void {
    this.signal?.throwIfAborted();
    this.progress?.({ en, zh });
  }

  async start(daemon: Daemon): Promise<void> {
    this.signal?.throwIfAborted();
    try {
      await this.daemons.start(daemon);
    } catch (error) {
      const reason = (error as Error).message;
      throw this.failed(daemon.name, { en: `cannot be started: ${reason}`, zh: `无法启动：${reason}` });
    }
  }

  /** Waits until `ready` answers true. Throws ProblemsError when the daemon ends before, or takes too long. */
  async until(name: string, ready: () => Promise<boolean>, seconds = 60): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!(await ready())) {
      this.signal?.throwIfAborted();
      if (this.daemons.alive(name) === undefined) throw this.failed(name, { en: 'ended', zh: '已退出' });
      if (Date.now() > end)
        throw this.failed(name, { en: `does not answer after ${seconds} s`, zh: `${seconds} 秒后仍无应答` });
      await sleep(100);
    }
  }

  /** Until something answers HTTP on this port, whatever it says. */
  answers(name: string, port: number): Promise<void> {
    return this.until(name, async () => {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(5000) });
        await response.body?.cancel();
        return true;
      } catch {
        return false;
      }
    });
  }

  /** One command of egov_sandbox to its end. Throws ProblemsError with its last words when it fails. */
  async python(...args: readonly string[]): Promise<string> {
    const result = await runTool(PYTHON, pythonArguments(this.state, ...args), {
      env: sandboxEnvironment(),
      signal: this.signal,
    });
    if (result.code === 0) return result.stdout;
    const lines = lastLines(`${result.stdout}\n${result.stderr}`);
    throw serviceError(args.join(' '), { en: 'failed', zh: '失败' }, this.state, lines);
  }

  private failed(name: string, what: Text): ProblemsError {
    const log = this.daemons.logOf(name);
    return serviceError(name, what, log, lastLines(readText(log)));
  }
}

function serviceError(service: string, what: Text, log: string, lines: readonly string[]): ProblemsError {
  return new ProblemsError([SANDBOX_SERVICE.at(log, { service, what, log, lines })]);
}

/** The last eight lines, each cut to the width of a terminal. */
function lastLines(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-8).map((line) => (line.length > 200 ? `${line.slice(0, 200)}…` : line));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
