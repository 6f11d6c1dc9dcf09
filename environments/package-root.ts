import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where the package lies: the nearest folder above this file that holds the package.json and the shipped
 * environments. It is the same for the sources and for `dist/`.
 */
export function packageRoot(start: string = __dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${start}: the installation is incomplete`);
  }
}
