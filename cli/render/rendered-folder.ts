import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError } from '../../model/problem';
import { SYNTHESIS_DENIED, SYNTHESIS_DISK_FULL, SYNTHESIS_FOLDER } from '../../model/problems/synthesis-problems';

/** A file to be written, by its name. */
export interface FileText {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes the files of one cluster into `folder`, which is replaced as a whole. `firstLine` is that of every file.
 * Throws ProblemsError where the folder holds anything else, or cannot be written; then it stays as it was.
 */
export function writeRendered(folder: string, files: readonly FileText[], firstLine: string): void {
  const draft = `${folder}.draft-${process.pid}`;
  const previous = `${folder}.previous-${process.pid}`;
  try {
    checkOurs(folder, firstLine);
    mkdirSync(draft, { recursive: true });
    for (const { name, text } of files) writeFileSync(join(draft, name), text);
    const replaces = existsSync(folder);
    if (replaces) renameSync(folder, previous);
    renameSync(draft, folder);
  } catch (error) {
    if (existsSync(previous) && !existsSync(folder)) renameSync(previous, folder);
    throw problemOf(error, folder) ?? error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(previous, { recursive: true, force: true });
  }
}

function checkOurs(folder: string, firstLine: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (!there.isDirectory()) throw notOurs(folder, 'there is a file in the way', '路径被文件占用');
  const foreign = readdirSync(folder).find((name) => {
    const path = join(folder, name);
    return !statSync(path).isFile() || !readFileSync(path, 'utf8').startsWith(firstLine);
  });
  if (foreign !== undefined)
    throw notOurs(join(folder, foreign), 'it was not rendered by egov', '该文件不是由 egov 生成');
}

function notOurs(at: string, en: string, zh: string): ProblemsError {
  return new ProblemsError([SYNTHESIS_FOLDER.at(at, { reason: { en, zh } })]);
}

/** A refusal of the file system as a problem of the user; `undefined` for an error of another kind. */
function problemOf(error: unknown, folder: string): ProblemsError | undefined {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ProblemsError([SYNTHESIS_DISK_FULL.at(folder, { file: path ?? folder })]);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new ProblemsError([SYNTHESIS_DENIED.at(folder, { reason: message })]);
  if (code === 'ENOTDIR' || code === 'EEXIST') return notOurs(folder, 'there is a file in the way', '路径被文件占用');
  return undefined;
}
