import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageRoot } from '../environments/package-root';
import { configOf } from './config/load-config';

/** The folder that the configuration names, else `environments` of the working directory, else what the package brings. */
export function defaultEnvironments(folder: string): string {
  const { environments } = configOf({ folder });
  if (environments !== undefined) return resolve(folder, environments);
  const own = join(folder, 'environments');
  return existsSync(own) ? own : join(packageRoot(), 'environments');
}
