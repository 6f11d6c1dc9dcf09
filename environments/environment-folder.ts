import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFiles, tenantFile } from '../model/environment/environment-schema';
import type { Problem } from '../model/problem';
import { TENANT_FILE, TENANT_TWICE } from '../model/problems/environment-problems';
import { FILE_OUTSIDE, FILE_UNKNOWN } from '../model/problems/file-problems';
import { isKey } from './environment-id';
import type { EnvironmentsRoot } from './environments-root';
import { nearKey, nearMiss } from './near-miss';
import { unreadable } from './read-source';

type FileName = keyof typeof environmentFiles;

/** The files that describe one environment, and those beside them that nobody would read. */
export interface EnvironmentFolder {
  readonly files: readonly FileName[];
  /** Key to the name of the file below `tenants/`. */
  readonly tenants: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

const known = [...Object.keys(environmentFiles), tenantFile.folder];

/** Looks into an environment's folder without reading the files. */
export function lookInto(root: EnvironmentsRoot, id: string): EnvironmentFolder {
  const problems: Problem[] = [];
  const [folder, label] = [join(root.folder, id), `${root.label}/${id}`];
  const entries = inside(root, entriesOf(folder, label, problems), folder, label, problems);
  const names = entries.map(({ name }) => name);
  const files = names.filter((name): name is FileName => Object.hasOwn(environmentFiles, name));
  for (const entry of entries) {
    const { name } = entry;
    if (known.includes(name) || (isFolder(entry, folder) ? isGroup(name, folder) : isRemark(name))) continue;
    const near = nearMiss(name.replace(/\.yml$/, '.yaml'), known) ?? sameButEnding(name);
    problems.push(FILE_UNKNOWN.at(`${label}/${name}:1:1`, { name, near, known }));
  }
  const tenants = names.includes(tenantFile.folder)
    ? tenantsOf(root, folder, label, problems)
    : new Map<string, string>();
  return { files, tenants, problems };
}

function entriesOf(folder: string, label: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push(unreadable(`${label}:1:1`, error));
    return [];
  }
}

/** The entries without those that lead out of the root. */
function inside(
  root: EnvironmentsRoot,
  entries: readonly Dirent[],
  folder: string,
  label: string,
  problems: Problem[],
): Dirent[] {
  return entries.filter((entry) => {
    if (!entry.isSymbolicLink() || root.holds(join(folder, entry.name))) return true;
    problems.push(FILE_OUTSIDE.at(`${label}/${entry.name}:1:1`, {}));
    return false;
  });
}

function isFolder(entry: Dirent, folder: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What is no description: notes, and what editors and git leave behind. */
function isRemark(name: string): boolean {
  return name.startsWith('.') || /\.(md|txt)$|~$/.test(name);
}

/** A folder whose name is an id may hold further environments; one that is nearly `tenants` may not. */
function isGroup(name: string, folder: string): boolean {
  if (name.startsWith('.') || name === 'node_modules') return true;
  if (existsSync(join(folder, name, 'environment.yaml'))) return true;
  return isKey(name) && nearMiss(name, [tenantFile.folder]) === undefined;
}

function sameButEnding(name: string): string | undefined {
  const yaml = name.replace(/\.(yml|json)$/, '.yaml');
  return yaml !== name && known.includes(yaml) ? yaml : undefined;
}

function tenantsOf(root: EnvironmentsRoot, above: string, label: string, problems: Problem[]): Map<string, string> {
  const [folder, here] = [join(above, tenantFile.folder), `${label}/${tenantFile.folder}`];
  const tenants = new Map<string, string>();
  const byLowerCase = new Map<string, string>();
  // Lower case comes first, so that the well-formed name of two is the one that stays.
  const names = inside(root, entriesOf(folder, here, problems), folder, here, problems)
    .map(({ name }) => name)
    .filter((name) => !isRemark(name));
  for (const name of names.sort((a, b) => Number(!isKey(stem(a))) - Number(!isKey(stem(b))))) {
    const key = stem(name);
    const other = byLowerCase.get(key.toLowerCase());
    const at = `${here}/${name}:1:1`;
    if (other !== undefined) problems.push(TENANT_TWICE.at(at, { key: key.toLowerCase(), other: `${here}/${other}` }));
    else if (name.endsWith('.yaml') && isKey(key)) tenants.set(key, name);
    else problems.push(TENANT_FILE.at(at, { name, near: `${nearKey(key) ?? 'tenant'}.yaml` }));
    byLowerCase.set(key.toLowerCase(), name);
  }
  return tenants;
}

function stem(name: string): string {
  return name.replace(/\.(ya?ml|json)$/i, '');
}
