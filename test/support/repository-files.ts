import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** Folders that are made, not written. */
const MADE = new Set([
  'node_modules',
  'dist',
  'coverage',
  'cdktf.out',
  'cdktn.out',
  '.egov',
  '.git',
  '__pycache__',
  'lib',
]);

/** Paths of all written files below a folder of the repository, relative to its root, sorted. */
export function filesBelow(folder = ''): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return MADE.has(entry.name) ? [] : filesBelow(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
