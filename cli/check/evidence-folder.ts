import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemsError } from '../../model/problem';
import { EVIDENCE_FOLDER } from '../../model/problems/check-problems';

/** Tells a folder of evidence from any other. */
const MARK = 'evidence.json';

/**
 * Replaces a folder of evidence as a whole; what was there stays until the new one is complete. Throws
 * EVIDENCE_FOLDER where something else lies in it.
 */
export function writeEvidenceFolder(folder: string, shown: string, files: Readonly<Record<string, string>>): void {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !isEvidence(folder))
    throw new ProblemsError([EVIDENCE_FOLDER.at(shown, { folder: shown })]);
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(draft, path)), { recursive: true });
    writeFileSync(join(draft, path), text);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
}

function isEvidence(folder: string): boolean {
  try {
    return (JSON.parse(readFileSync(join(folder, MARK), 'utf8')) as { format?: unknown }).format === 1;
  } catch {
    return false;
  }
}
