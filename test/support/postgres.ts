import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { required } from './engines';
import { freePort } from './free-port';

const DEBIAN = '/usr/lib/postgresql';
/** PostgreSQL refuses to run as root; `nobody` owns its files then. */
const NOBODY = 65534;

/** A PostgreSQL server of its own on loopback. */
export class PostgresServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'egov-postgres-'));
  private server: ReturnType<typeof spawn> | undefined;
  private port = 0;

  get connection(): string {
    return `postgres://egov@127.0.0.1:${this.port}/postgres?sslmode=disable`;
  }

  async start(): Promise<void> {
    const data = join(this.folder, 'data');
    mkdirSync(data);
    const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    if ('uid' in account) for (const path of [this.folder, data]) chownSync(path, NOBODY, NOBODY);
    this.port = await freePort();
    const options = { ...account, cwd: this.folder, stdio: 'ignore' } as const;
    const made = spawnSync(program('initdb'), ['-D', data, '-U', 'egov', '--auth=trust', '--no-sync'], options);
    if (made.status !== 0) throw new Error(`initdb ended with ${made.status}`);
    const args = ['-D', data, '-p', `${this.port}`, '-h', '127.0.0.1', '-k', this.folder, '-F'];
    this.server = spawn(program('postgres'), args, options);
    for (let tries = 0; this.query('select 1') !== '1'; tries += 1) {
      if (tries > 300) throw new Error('PostgreSQL does not answer');
      await wait(100);
    }
  }

  /** The answer as psql prints it, without decoration; empty where it fails. */
  query(sql: string): string {
    return spawnSync(program('psql'), ['-XAtc', sql, this.connection], { encoding: 'utf8' }).stdout.trim();
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.server?.once('close', resolve));
    if (this.server?.kill('SIGINT')) await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A `describe` that needs PostgreSQL; skipped with its reason, or failing where `EGOV_REQUIRE` lists `postgres`. */
export function describeWithPostgres(name: string, tests: () => void): void {
  if (existsSync(program('initdb'))) describe(name, tests);
  else if (required('postgres'))
    describe(name, () => {
      test('has PostgreSQL', () => {
        throw new Error('EGOV_REQUIRE asks for postgres, and Debian’s postgresql is not installed');
      });
    });
  else describe.skip(`${name} (skipped: Debian’s postgresql is not installed)`, tests);
}

function program(name: string): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return join(DEBIAN, versions[0] ?? 'none', 'bin', name);
}
