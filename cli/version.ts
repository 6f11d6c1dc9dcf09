import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../environments/package-root';

let read: string | undefined;

/** The version of this package. */
export function packageVersion(): string {
  read ??= (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
  return read;
}
