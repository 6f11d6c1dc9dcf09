import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { ProblemsError } from '../../model/problem';
import { CONFIG_BROKEN, CONFIG_SEVERAL } from '../../model/problems/config-problems';
import type { Context } from '../context';
import type { OwnConfig } from './read-config';

/** What a configuration may be called. */
const FILES = ['egov.config.ts', 'egov.config.js', 'egov.config.cjs', 'egov.config.mjs'];

const NONE: OwnConfig = { environments: undefined, policies: [], profiles: {} };
const loaded = new Map<string, OwnConfig>();

/**
 * What the repository in whose top folder a command runs adds to egov; nothing where it has no `egov.config.ts`. The
 * file is run: it is code of the repository, as its tests are.
 *
 * @throws ProblemsError with everything that is wrong with it.
 */
export function configOf({ folder }: Pick<Context, 'folder'>): OwnConfig {
  const files = FILES.filter((name) => existsSync(join(folder, name)));
  const [file, other] = files;
  if (file === undefined) return NONE;
  if (other !== undefined) throw new ProblemsError([CONFIG_SEVERAL.at(other, { files })]);
  const path = join(folder, file);
  const key = `${path} ${statSync(path).mtimeMs}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  // It knows every policy, which a command without a configuration need not load.
  const { readConfig } = require('./read-config') as typeof import('./read-config');
  const own = readConfig(run(folder, file), file, readFileSync(path, 'utf8'));
  loaded.set(key, own);
  return own;
}

/** What a configuration exports. */
function run(folder: string, file: string): unknown {
  const path = join(folder, file);
  const { readTypeScript } = require('./type-script') as typeof import('./type-script');
  const back = file.endsWith('.ts') ? readTypeScript(folder) : () => undefined;
  try {
    const load = createRequire(path);
    const exported: unknown = load(path);
    return isModule(exported) ? exported.default : exported;
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    const got = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    throw new ProblemsError([CONFIG_BROKEN.at(placeOf(error, folder, file), { got })]);
  } finally {
    back();
  }
}

function isModule(value: unknown): value is { readonly default: unknown } {
  return typeof value === 'object' && value !== null && 'default' in value;
}

/** The first line of the repository's own in the stack of an error. */
function placeOf(error: unknown, folder: string, file: string): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  for (const line of lines) {
    const [, path, at = ''] = /(?:\(|at |^|file:\/\/)(\/[^():]+)((?::\d+){1,2})\)?$/.exec(line) ?? [];
    if (path === undefined) continue;
    const label = relative(folder, path);
    if (!label.startsWith('..') && !label.includes('node_modules'))
      return `${label}${at.split(':').length > 2 ? at : `${at}:1`}`;
  }
  return `${file}:1:1`;
}
