import { readdirSync, readFileSync } from 'node:fs';

/**
 * Ends the processes of a session whose leader is gone. The system gives the number of a session to nobody else while one of
 * them lives. Does nothing where there is no /proc.
 */
export function endSession(leader: number): void {
  for (const pid of processes()) {
    if (sessionOf(pid) !== leader) continue;
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // It ended by itself, or is of somebody else.
    }
  }
}

function processes(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

/** Field 6 of /proc/PID/stat; the name before it, in parentheses, may hold spaces. */
function sessionOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[3]);
  } catch {
    return undefined;
  }
}
