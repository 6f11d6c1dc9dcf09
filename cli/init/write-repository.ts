import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeAll } from '../../environments/new/draft-division';
import { ProblemsError } from '../../model/problem';
import { INIT_DENIED, INIT_OCCUPIED } from '../../model/problems/init-problems';
import { executables } from './repository-files';

/** What may lie in a folder that is taken for empty: a repository that was made or cloned before there was a file. */
const HARMLESS = ['.git'];
/** What says that a place is not for this user, or no place for a folder. */
const DENIED = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'];

/** Throws INIT_OCCUPIED where something lies in a folder already. */
export function expectEmpty(folder: string, shown: string): void {
  if (!existsSync(folder)) return;
  const names = statSync(folder).isDirectory() ? readdirSync(folder).sort() : [basename(folder)];
  const others = names.filter((name) => !HARMLESS.includes(name));
  if (others.length > 0) throw new ProblemsError([INIT_OCCUPIED.at(shown, { folder: shown, names: others })]);
}

/**
 * Writes a repository, all of it or nothing: it lies complete under another name before it is put in place. `finish`
 * gets the folder of that draft, to add what needs files that lie there. Throws INIT_OCCUPIED, or INIT_DENIED where
 * nobody may write; what else goes wrong is thrown on, after nothing is left.
 */
export async function writeRepository(
  folder: string,
  shown: string,
  files: Readonly<Record<string, string>>,
  finish: (draft: string) => Promise<void>,
): Promise<void> {
  expectEmpty(folder, shown);
  const there = existsSync(folder);
  const name = `.${basename(folder)}.${process.pid}`;
  // A folder that somebody stands in keeps its place, and gets its files one after another.
  const draft = there ? join(folder, name) : join(dirname(folder), name);
  const made = firstMissing(dirname(draft));
  const moved: string[] = [];
  try {
    writeAll(draft, files);
    for (const file of executables) chmodSync(join(draft, file), 0o755);
    await finish(draft);
    if (there) for (const each of readdirSync(draft)) moved.push(move(draft, folder, each));
    else renameSync(draft, folder);
    rmSync(draft, { recursive: true, force: true });
  } catch (error) {
    for (const path of [draft, ...moved]) if (existsSync(path)) rmSync(path, { recursive: true, force: true });
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    if (DENIED.includes(code ?? '')) throw new ProblemsError([INIT_DENIED.at(shown, { reason: message })]);
    throw error;
  }
}

function move(from: string, to: string, name: string): string {
  renameSync(join(from, name), join(to, name));
  return join(to, name);
}

/** The first folder of a path that is not there yet. */
function firstMissing(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  return firstMissing(dirname(folder)) ?? folder;
}
