import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { catalogueFiles } from '../../model/environment/environment-schema';
import { type DescribedEnvironment, readEnvironment } from '../read-environment';
import type { FileChange } from './rename-key';

/** Shared files that an environment reads besides its own folder. */
const SHARED = [
  'defaults.yaml',
  'profiles',
  ...new Set(Object.keys(catalogueFiles).map((file) => file.split('/')[0] ?? '')),
];

/**
 * Reads an environment as it would be with changes, from a copy that is removed again; places name the files as they
 * would be called. Throws ProblemsError with everything that would be wrong then.
 */
export function readChanged(root: string, id: string, changes: readonly FileChange[]): DescribedEnvironment {
  const top = mkdtempSync(join(tmpdir(), 'egov-rename-'));
  const copy = join(top, basename(resolve(root)));
  try {
    for (const name of [...SHARED, id])
      if (existsSync(join(root, name)))
        cpSync(join(root, name), join(copy, name), { recursive: true, dereference: true });
    for (const { file, becomes, after } of changes) {
      if (file !== becomes) rmSync(join(copy, id, file));
      writeFileSync(join(copy, id, becomes), after);
    }
    return readEnvironment(copy, id);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}
