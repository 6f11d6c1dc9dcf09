import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { TemporalServer } from '../../cli/rollout/temporal/temporal-server';
import { cachedProgram } from '../../engines/engine-cache';
import { TEMPORAL } from '../../engines/engine-pin';
import type { Surroundings } from '../../engines/surroundings';
import { required } from './engines';
import { ROOT } from './repository-files';
import type { StubWork } from './rollout-worker-process';

/** A `describe` that needs a server of Temporal; skipped where it is not built, unless `EGOV_REQUIRE` lists `temporal`. */
export function describeWithTemporal(name: string, tests: () => void): void {
  const reason = existsSync(cachedProgram(TEMPORAL, process.env))
    ? undefined
    : `temporal ${TEMPORAL.version} is not installed; egov engines install temporal builds it`;
  if (reason === undefined) describe(name, tests);
  else if (required('temporal'))
    describe(name, () => {
      test('has its server', () => {
        throw new Error(`EGOV_REQUIRE asks for temporal, and ${reason}`);
      });
    });
  else describe.skip(`${name} (skipped: ${reason})`, tests);
}

/** A server on loopback that may be killed and begun again on its file. */
export class TestServer {
  readonly address: string;
  private readonly file = join(mkdtempSync(join(tmpdir(), 'temporal-')), 'server.db');
  private process: ChildProcess | undefined;

  /** `inMemory` keeps no file, so that a slow disk is not what is measured. */
  constructor(
    private readonly port: number,
    private readonly inMemory = false,
  ) {
    this.address = `127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    const program = cachedProgram(TEMPORAL, process.env);
    const file = this.inMemory ? [] : ['--db-filename', this.file];
    const where = ['--ip', '127.0.0.1', '--port', `${this.port}`, ...file];
    const attribute = ['--search-attribute', 'EgovOutcome=Keyword'];
    const args = ['server', 'start-dev', ...where, ...attribute, '--headless', '--log-level', 'error'];
    this.process = spawn(program, args, { stdio: 'ignore' });
    while (!(await answers(this.port))) await after(50);
  }

  async kill(): Promise<void> {
    await killed(this.process);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/** A worker whose work is a stub, in a process of its own. */
export class TestWorker {
  private constructor(
    private readonly process: ChildProcess,
    private said: string,
  ) {}

  static async start(
    server: string | TemporalServer,
    changes: string,
    work: StubWork,
    own: Surroundings = {},
  ): Promise<TestWorker> {
    const at: TemporalServer = typeof server === 'string' ? { address: server, namespace: 'default' } : server;
    const script = join(ROOT, 'test/support/rollout-worker-process.ts');
    const args = ['-r', 'ts-node/register/transpile-only', script, JSON.stringify(at), changes, JSON.stringify(work)];
    const env = { ...process.env, ...own, TS_NODE_TRANSPILER: 'ts-node/transpilers/swc' };
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const worker = new TestWorker(child, '');
    child.stdout?.on('data', (part) => {
      worker.said += part;
    });
    while (!worker.said.includes('ready')) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('the worker ended before it was ready');
      await after(50);
    }
    return worker;
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  async kill(): Promise<void> {
    await killed(this.process);
  }

  /** Ends it as a person would; the most memory that it took, in MB. */
  async stop(): Promise<number> {
    if (this.process.exitCode === null) {
      this.process.kill('SIGTERM');
      await once(this.process, 'close');
    }
    const { rss } = JSON.parse(/\{.*\}/.exec(this.said)?.[0] ?? '{"rss":0}') as { rss: number };
    return rss / 1024;
  }
}

async function killed(process: ChildProcess | undefined): Promise<void> {
  if (process === undefined || process.exitCode !== null || process.signalCode !== null) return;
  const end = once(process, 'close');
  process.kill('SIGKILL');
  await end;
}

/** Each change of a cloud that there is not: which environment, by which process. */
export function changesIn(file: string): readonly { readonly id: string; readonly pid: number }[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [id = '', pid = ''] = line.split(' ');
    return { id, pid: Number(pid) };
  });
}
