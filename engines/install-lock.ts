import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface LockProps {
  /** The lock file; it holds the process id of its owner. */
  readonly path: string;
  readonly signal?: AbortSignal;
  /** Called once with the owner's process id when somebody else is at work. */
  readonly onWait?: (owner: number) => void;
  /** Pause between two looks, in milliseconds. @default 500 */
  readonly pause?: number;
}

/**
 * Does the work while no other process of this machine does it under the same lock. A lock whose owner is gone is taken
 * over. Rejects with the signal's reason when stopped while waiting.
 */
export async function withLock<T>(props: LockProps, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(props.path), { recursive: true });
  let told = false;
  while (!take(props.path)) {
    const owner = ownerOf(props.path);
    if (owner === undefined) {
      rmSync(props.path, { force: true });
      continue;
    }
    if (!told) props.onWait?.(owner);
    told = true;
    await wait(props.pause ?? 500, undefined, props.signal === undefined ? {} : { signal: props.signal });
  }
  try {
    return await work();
  } finally {
    rmSync(props.path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The living owner; `undefined` when the lock is left over, or just went. */
function ownerOf(path: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path, 'utf8'), 10);
    // A file without a number was created a moment ago and is not yet written.
    if (Number.isNaN(pid)) return 0;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 0 : undefined;
  }
}
