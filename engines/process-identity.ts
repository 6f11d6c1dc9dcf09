import { readFileSync } from 'node:fs';

/** A process, and not another one that got its number later. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time in clock ticks after boot (field 22 of /proc/PID/stat); empty where there is no /proc. */
  readonly started: string;
}

/**
 * Undefined where no such process lives. A zombie does not, unless other threads of it are still ending: its first
 * thread is a zombie before the last one has given back the ports and files of the process.
 */
export function identityOf(pid: number): ProcessIdentity | undefined {
  if (pid <= 0 || !exists(pid)) return undefined;
  const started = startOf(pid);
  return started === ENDED ? undefined : { pid, started: started ?? '' };
}

export function isAlive({ pid, started }: ProcessIdentity): boolean {
  const now = identityOf(pid);
  return now !== undefined && (now.started === '' || started === '' || now.started === started);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const ENDED = 'ended';

/** `undefined` without /proc. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold spaces: count from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, threads] = [fields[0], Number(fields[17])];
    return state === 'Z' && threads <= 1 ? ENDED : fields[19];
  } catch {
    return undefined;
  }
}
