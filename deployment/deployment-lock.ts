import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isAlive, type ProcessIdentity } from '../engines/process-identity';
import { ProblemsError } from '../model/problem';
import { DEPLOY_BUSY } from '../model/problems/deployment-problems';

export interface LockHolder extends ProcessIdentity {
  readonly command: string;
  /** ISO 8601. */
  readonly since: string;
}

/**
 * Does the work while no other command changes these states. Throws ProblemsError that names the holder; the lock of a
 * process that is gone holds nothing.
 */
export async function withDeploymentLock<T>(file: string, command: string, work: () => Promise<T>): Promise<T> {
  take(file, command);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Who holds the lock; `undefined` where nobody alive does. */
export function lockHolder(file: string): LockHolder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
    return isAlive(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function take(file: string, command: string): void {
  const mine = `${file}.${process.pid}`;
  const since = new Date().toISOString();
  writeFileSync(mine, JSON.stringify({ ...identityOf(process.pid), command, since }), { mode: 0o600 });
  try {
    while (!linked(mine, file)) {
      const holder = lockHolder(file);
      if (holder !== undefined) throw new ProblemsError([DEPLOY_BUSY.at(file, holder)]);
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A link is made with its content or not at all: nobody reads a lock that is half-written. */
function linked(mine: string, file: string): boolean {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
