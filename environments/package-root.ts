import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

/**
 * Where the package lies, with the environments that it brings: the nearest folder above this file that holds a
 * package.json. It is the same for the sources and for `dist/`.
 */
export function packageRoot(): string {
  found ??= nearestPackage(__dirname);
  return found;
}

function nearestPackage(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${start}: the installation is incomplete`);
  }
}
