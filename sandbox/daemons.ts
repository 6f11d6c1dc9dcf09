import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isAlive, type ProcessIdentity } from '../engines/process-identity';

/** A program that goes on when the command that started it ends. */
export interface Daemon {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Time that a program has to obey SIGTERM, in milliseconds. MariaDB writes its pages in it. */
const GRACE = 10_000;

/** The daemons of one state folder: a pid file and a log for each. */
export class Daemons {
  constructor(
    readonly state: string,
    private readonly grace = GRACE,
  ) {}

  logOf(name: string): string {
    return join(this.state, 'log', `${name}.log`);
  }

  /** Starts a program detached, in a session of its own. Throws when it cannot be executed. */
  async start(daemon: Daemon): Promise<void> {
    mkdirSync(join(this.state, 'log'), { recursive: true });
    mkdirSync(join(this.state, 'pids'), { recursive: true });
    const log = openSync(this.logOf(daemon.name), 'w', 0o600);
    try {
      const child = spawn(daemon.command, daemon.arguments, {
        cwd: this.state,
        detached: true,
        stdio: ['ignore', log, log],
        env: { ...process.env, ...daemon.env },
      });
      await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
      child.unref();
      const identity = identityOf(child.pid as number) ?? { pid: child.pid as number, started: '' };
      writeFileSync(this.pidFile(daemon.name), JSON.stringify(identity));
    } finally {
      closeSync(log);
    }
  }

  /** Names of all that were started and not stopped, alive or not. */
  names(): string[] {
    try {
      return readdirSync(join(this.state, 'pids'))
        .filter((file) => file.endsWith('.json'))
        .map((file) => file.slice(0, -'.json'.length))
        .sort();
    } catch {
      return [];
    }
  }

  /** The living process of this name; a pid file that speaks of another process is none. */
  alive(name: string): ProcessIdentity | undefined {
    try {
      const identity = JSON.parse(readFileSync(this.pidFile(name), 'utf8')) as ProcessIdentity;
      return isAlive(identity) ? identity : undefined;
    } catch {
      return undefined;
    }
  }

  /** Ends these programs side by side and forgets them. The last resort is SIGKILL. */
  async stop(names: readonly string[]): Promise<void> {
    await Promise.all(
      names.map(async (name) => {
        const identity = this.alive(name);
        if (identity !== undefined) await end(identity, this.grace);
        rmSync(this.pidFile(name), { force: true });
      }),
    );
  }

  private pidFile(name: string): string {
    return join(this.state, 'pids', `${name}.json`);
  }
}

async function end(identity: ProcessIdentity, grace: number): Promise<void> {
  signal(identity.pid, 'SIGTERM');
  for (let waited = 0; isAlive(identity); waited += 50) {
    if (waited >= grace) signal(identity.pid, 'SIGKILL');
    if (waited >= grace + GRACE) return;
    await sleep(50);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
