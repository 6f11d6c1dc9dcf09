import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentFiles, tenantFile } from '../../model/environment/environment-schema';
import type { MovedKey } from '../../model/moved-key';
import { type Problem, ProblemsError } from '../../model/problem';
import { RENAME_ALIAS } from '../../model/problems/moved-problems';
import { schemaReference } from '../environment-id';
import { Source } from '../written';
import type { KeyPath } from './key-path';
import { sibling } from './key-path';
import { renamedText } from './key-references';
import { edited, type TextEdit, writtenNames } from './written-names';

/** A file that a renaming changes, below the folder of the environment. */
export interface FileChange {
  readonly file: string;
  /** Its name afterwards; another one for the file of a department. */
  readonly becomes: string;
  /** Undefined where there is none yet. */
  readonly before: string | undefined;
  readonly after: string;
}

export interface RenameKeyProps {
  /** Folder of the environment, and how it is called in places. */
  readonly folder: string;
  readonly label: string;
  readonly id: string;
  readonly target: KeyPath;
  readonly to: string;
  /** Today, YYYY-MM-DD. */
  readonly on: string;
}

export const MOVED_FILE = 'moved.yaml';
const LEDGER_FILE = 'addresses.lock.yaml';

/**
 * Every file in which another name of a key stands afterwards, and the record of the renaming; the ledger, which a tool
 * writes, is not among them. Nothing is written. Throws ProblemsError with every place that cannot be changed.
 */
export function renameKey(props: RenameKeyProps): FileChange[] {
  const problems: Problem[] = [];
  const changes = filesOf(props.folder).flatMap((file) => {
    const before = readFileSync(join(props.folder, file), 'utf8');
    const after = edited(before, editsOf(file, before, props, problems));
    const becomes = renamedFile(file, props);
    return after === before && becomes === file ? [] : [{ file, becomes, before, after }];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return [...changes, record(props)];
}

function filesOf(folder: string): string[] {
  const own = Object.keys(environmentFiles).filter((file) => file !== MOVED_FILE && file !== LEDGER_FILE);
  const tenants = existsSync(join(folder, tenantFile.folder)) ? readdirSync(join(folder, tenantFile.folder)) : [];
  return [
    ...own.filter((file) => existsSync(join(folder, file))),
    ...tenants.filter((name) => name.endsWith('.yaml')).map((name) => `${tenantFile.folder}/${name}`),
  ].sort();
}

function editsOf(file: string, content: string, props: RenameKeyProps, problems: Problem[]): TextEdit[] {
  const source = new Source(`${props.label}/${file}`, content);
  return writtenNames(content).flatMap((name) => {
    const text = renamedText(name.text, { file, path: name.path, isKey: name.isKey }, props.target, props.to);
    if (text === name.text) return [];
    if (!name.isAlias) return [{ name, text }];
    problems.push(RENAME_ALIAS.at(source.place(name.from), {}));
    return [];
  });
}

function renamedFile(file: string, { target, to }: RenameKeyProps): string {
  const whole = target.kind === 'tenants' && target.keys.length === 1;
  return whole && file === `${tenantFile.folder}/${target.keys[0]}.yaml` ? `${tenantFile.folder}/${to}.yaml` : file;
}

/** What is kept of the renaming, for the clouds that still know the former name. */
function record({ folder, id, target, to, on }: RenameKeyProps): FileChange {
  const file = join(folder, MOVED_FILE);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const entry: MovedKey = { from: [target.kind, ...target.keys].join('/'), to: sibling(target, to), on };
  const line = `- { from: ${entry.from}, to: ${entry.to}, on: ${entry.on} }\n`;
  const head = [
    `# yaml-language-server: $schema=${schemaReference(id, MOVED_FILE)}`,
    '# Written by `egov rename`. Append-only: clouds are told from it what became of what they know by a former name.',
    '',
  ].join('\n');
  return { file: MOVED_FILE, becomes: MOVED_FILE, before, after: `${(before ?? head).trimEnd()}\n${line}` };
}
