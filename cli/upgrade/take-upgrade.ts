import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { readEnvironment } from '../../environments/read-environment';
import { designEnvironment } from '../../model/design/design-environment';
import { ProblemsError } from '../../model/problem';
import { NEW_DENIED } from '../../model/problems/division-problems';
import type { CloudUpgrade, FileUpgrade } from './upgrade-cloud';

/**
 * Writes an upgrade without conflicts into the folder of its cloud, all files or none. Throws ProblemsError where the
 * cloud would not be valid, or where nothing can be written.
 */
export function takeUpgrade(root: string, { id, files }: CloudUpgrade): void {
  rehearse(root, id, files);
  const before = files.map(({ file }) => [file, textOf(join(root, id, file))] as const);
  try {
    for (const { file, text } of files) put(join(root, id, file), text);
  } catch (error) {
    for (const [file, text] of before) put(join(root, id, file), text);
    throw new ProblemsError([NEW_DENIED.at(`egov upgrade ${id}`, { file: id, reason: (error as Error).message })]);
  }
}

/** Reads and decides the cloud as it would be, in a folder that is then gone. */
function rehearse(root: string, id: string, files: readonly FileUpgrade[]): void {
  const top = mkdtempSync(join(tmpdir(), 'egov-upgrade-'));
  const copy = join(top, basename(resolve(root)));
  try {
    for (const name of ['defaults.yaml', 'profiles', 'catalogue'])
      if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true });
    const own = join(root, id);
    // Clouds below it lie in its folder, too.
    const isOwn = (path: string) =>
      path === own || dirname(path) !== own || path.endsWith('.yaml') || basename(path) === 'tenants';
    cpSync(own, join(copy, id), { recursive: true, filter: isOwn });
    for (const { file, text } of files) put(join(copy, id, file), text);
    designEnvironment(readEnvironment(copy, id));
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

function put(path: string, text: string | undefined): void {
  if (text === undefined) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}~`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
