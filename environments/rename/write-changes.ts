import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemsError } from '../../model/problem';
import { RENAME_DENIED } from '../../model/problems/moved-problems';
import type { FileChange } from './rename-key';

/**
 * Writes all changes or none: every new text lies on the disk before the first file is replaced, and what was replaced
 * is put back where a later one fails. Throws ProblemsError.
 */
export function writeChanges(folder: string, changes: readonly FileChange[]): void {
  const draft = (file: string): string => join(folder, `${file}.${process.pid}`);
  const undo: (() => void)[] = [];
  let at = '';
  try {
    for (const { becomes, after } of changes) {
      at = becomes;
      mkdirSync(dirname(join(folder, becomes)), { recursive: true });
      undo.push(() => rmSync(draft(becomes), { force: true }));
      writeFileSync(draft(becomes), after);
    }
    for (const { file, becomes, before } of changes) {
      at = becomes;
      const [old, now] = [join(folder, file), join(folder, becomes)];
      renameSync(draft(becomes), now);
      undo.push(() => (before === undefined ? rmSync(now, { force: true }) : putBack(old, now, before)));
      if (old !== now) rmSync(old);
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw new ProblemsError([RENAME_DENIED.at(at, { file: at, reason: (error as Error).message })]);
  }
}

function putBack(old: string, now: string, before: string): void {
  if (old !== now) rmSync(now, { force: true });
  if (!existsSync(old) || old === now) writeFileSync(old, before);
}
