import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identityOf, isAlive, type ProcessIdentity } from '../engines/process-identity';
import { ProblemsError } from '../model/problem';
import { SANDBOX_BUSY } from '../model/problems/sandbox-problems';

interface Holder extends ProcessIdentity {
  readonly command: string;
}

/** Beside the folder, for the folder itself is removed and restored. */
function lockFile(state: string): string {
  return `${state}.lock`;
}

/**
 * Does `work` while no other command starts or stops this sandbox. Throws ProblemsError naming the holder when one
 * does; the lock of a process that ended holds nothing.
 */
export async function withLock<T>(state: string, command: string, work: () => Promise<T>): Promise<T> {
  take(state, command);
  try {
    return await work();
  } finally {
    rmSync(lockFile(state), { force: true });
  }
}

function take(state: string, command: string): void {
  const file = lockFile(state);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ ...identityOf(process.pid), command }));
  try {
    for (let tries = 0; tries < 2; tries++) {
      try {
        // A link is made with its content or not at all: no other process reads an empty lock.
        linkSync(mine, file);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const holder = read(file);
        if (holder !== undefined && isAlive(holder)) throw new ProblemsError([SANDBOX_BUSY.at(state, holder)]);
        rmSync(file, { force: true });
      }
    }
    throw new ProblemsError([SANDBOX_BUSY.at(state, { pid: read(file)?.pid ?? 0, command })]);
  } finally {
    rmSync(mine, { force: true });
  }
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
