import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Tells whether the files that an environment is made of are the same: its own, and what it shares with others. */
export function inputHash(root: string, id: string): string {
  const folder = join(root, id);
  const own = [...filesIn(folder), ...filesIn(join(folder, 'tenants'))];
  const profile = /^profile:\s*["']?([\w-]+)/m.exec(textOf(join(folder, 'environment.yaml')))?.[1];
  const profiles = filesIn(join(root, 'profiles')).filter(
    (file) => profile === undefined || file.endsWith(`/${profile}.yaml`),
  );
  const shared = [join(root, 'defaults.yaml'), ...profiles, ...filesIn(join(root, 'catalogue'))];
  const sum = createHash('sha256');
  for (const file of [...own, ...shared].filter((one) => existsSync(one)))
    sum.update(file.slice(root.length)).update('\0').update(bytesOf(file)).update('\0');
  return sum.digest('hex');
}

/** YAML files of one folder, sorted; notes beside them decide nothing. */
function filesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

function textOf(file: string): string {
  return existsSync(file) ? bytesOf(file).toString('utf8') : '';
}

/** A file that nobody may read, or a folder of that name, is for the reader of environments to report. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    return Buffer.from(`${(error as NodeJS.ErrnoException).code}`);
  }
}
