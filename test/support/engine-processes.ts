import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';

/** Processes of which something holds; one that ends meanwhile is none. */
function processes(holds: (proc: string) => boolean): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return holds(`/proc/${pid}`);
      } catch {
        return false;
      }
    });
}

const command = (proc: string) => readFileSync(`${proc}/cmdline`, 'utf8').replaceAll('\0', ' ');

/** Process ids of what works below a folder: its working directory is there. */
function worksBelow(folder: string, words: RegExp): readonly number[] {
  return processes((proc) => readlinkSync(`${proc}/cwd`).startsWith(folder) && words.test(command(proc)));
}

/** A process that another one started, or one of those that it started. */
export function startedBy(pid: number, words: RegExp): number | undefined {
  const children = processes((proc) => readFileSync(`${proc}/status`, 'utf8').includes(`\nPPid:\t${pid}\n`));
  for (const child of children) {
    const found = words.test(command(`/proc/${child}`)) ? child : startedBy(child, words);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Kills an OpenTofu that is halfway: one that ends before is none. */
export async function killEngine(folder: string): Promise<void> {
  for (;;) {
    const pid = await engineOf(folder);
    await after(1_500);
    try {
      process.kill(pid, 'SIGKILL');
      return;
    } catch {
      // It was at its end: the next one.
    }
  }
}

/** An OpenTofu that applies. */
export async function engineOf(folder: string): Promise<number> {
  for (;;) {
    const [pid] = worksBelow(folder, /tofu.* apply /);
    if (pid !== undefined) return pid;
    await after(50);
  }
}

/** Waits until no OpenTofu and no command that started one is left. */
export async function enginesGone(folder: string): Promise<void> {
  while (worksBelow(folder, /tofu.* (apply|plan) |egov\.js (apply|plan|drift) /).length > 0) await after(200);
}
