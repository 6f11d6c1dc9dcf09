import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemsError } from '../../model/problem';
import { DIVISION_TAKEN, NEW_DENIED } from '../../model/problems/division-problems';
import { LEDGER_FILE, ledgerText } from '../ledger-text';
import { type DivisionDraft, writeAll } from './draft-division';

/**
 * Writes the new folder and the ledger above, both or none: everything lies on the disk under other names before two
 * renames put it in place, the ledger first. A process that is killed between the two leaves a reservation that the
 * same command takes up again. Throws ProblemsError where somebody was faster, or where nothing can be written.
 */
export function writeDivision(root: string, { id, above, ledger, files }: DivisionDraft): void {
  const folder = join(root, id);
  const draft = join(dirname(folder), `.${id.split('/').at(-1)}.${process.pid}`);
  const ledgerPath = join(root, above.id, LEDGER_FILE);
  const ledgerDraft = `${ledgerPath}.${process.pid}`;
  const before = textOf(ledgerPath);
  try {
    mkdirSync(dirname(folder), { recursive: true });
    writeAll(draft, files);
    writeFileSync(ledgerDraft, ledgerText(above.id, ledger));
    renameSync(ledgerDraft, ledgerPath);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    rmSync(ledgerDraft, { force: true });
    if (textOf(ledgerPath) !== before) restore(ledgerPath, before);
    const { code, message } = error as NodeJS.ErrnoException;
    const taken = code === 'ENOTEMPTY' || code === 'EEXIST';
    throw new ProblemsError([
      taken
        ? DIVISION_TAKEN.at('egov new', { id, what: { en: `the folder ${id}`, zh: `目录 ${id} ` } })
        : NEW_DENIED.at('egov new', { file: id, reason: message }),
    ]);
  }
}

function restore(path: string, before: string | undefined): void {
  if (before === undefined) rmSync(path, { force: true });
  else writeFileSync(path, before);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
