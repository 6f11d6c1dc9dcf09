import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the logs of a start that failed are, beside the folder, so that the next start does not overwrite them. */
export function failedLogs(state: string): string {
  return `${state}.failed`;
}

export function keepLogs(state: string): void {
  const from = join(state, 'log');
  if (!existsSync(from)) return;
  rmSync(failedLogs(state), { recursive: true, force: true });
  cpSync(from, failedLogs(state), { recursive: true });
}
