import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '../process-identity';
import { endSession } from '../session-processes';

/** What Pulumi writes into the lock of a stack, where states lie in files. */
interface StackLock {
  readonly pid?: number;
  readonly hostname?: string;
}

/**
 * Removes every lock in a folder that a Pulumi of this machine left when it was killed, and ends what it had started
 * and what nobody would end any more. Answers the numbers of those processes. A lock of another machine stays: whether its
 * holder lives is not known here.
 */
export function giveBackLeftLocks(folder: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const file = join(folder, name);
    const pid = name.endsWith('.json') ? deadHolder(file) : undefined;
    if (pid === undefined) return [];
    endSession(pid);
    for (const one of [file, `${file}.attrs`]) rmSync(one, { force: true });
    return [pid];
  });
}

function deadHolder(file: string): number | undefined {
  try {
    const { pid, hostname: host } = JSON.parse(readFileSync(file, 'utf8')) as StackLock;
    return pid !== undefined && host === hostname() && identityOf(pid) === undefined ? pid : undefined;
  } catch {
    // Given back by its holder a moment ago, or written by half: Pulumi says who holds it.
    return undefined;
  }
}
