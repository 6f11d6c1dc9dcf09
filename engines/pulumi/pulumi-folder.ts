import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf } from '../process-identity';

const PREFIX = 'egov-pulumi-';

/**
 * A folder for what must not outlive the work, such as kubeconfigs; only its owner may read it. Folders of processes that
 * were killed before they could remove theirs go with it.
 */
export function pulumiFolder(parent: string = tmpdir()): string {
  for (const name of readdirSync(parent)) {
    const [, pid] = /^egov-pulumi-(\d+)-\w+$/.exec(name) ?? [];
    if (pid === undefined || identityOf(Number(pid)) !== undefined) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // It is of another user, who removes it himself.
    }
  }
  return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
}
