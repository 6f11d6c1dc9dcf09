import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemKind } from '../model/problem';
import { byKey } from '../model/stable-hash';

/** What `egov explain` and the reference need of a kind. */
export type KnownKind = Pick<ProblemKind<never>, 'code' | 'why'>;

/** Every kind of problem by its subject: found by the names of the files, so that none is left out. */
export function problemKinds(): ReadonlyMap<string, readonly KnownKind[]> {
  const folders = [join(__dirname, '../model/problems'), join(__dirname, '../proof'), __dirname];
  return new Map(folders.flatMap(kindsIn));
}

function kindsIn(folder: string): (readonly [string, readonly KnownKind[]])[] {
  const files = readdirSync(folder).sort();
  return files.flatMap((file) => {
    const subject = /^([a-z-]+)-problems\.(ts|js)$/.exec(file)?.[1];
    if (subject === undefined) return [];
    const exported = Object.values(require(join(folder, file)) as object);
    const kinds = exported
      .filter((one): one is KnownKind => one instanceof ProblemKind)
      .sort((a, b) => byKey(a.code, b.code));
    return kinds.length === 0 ? [] : [[subject, kinds] as const];
  });
}
