import { readEnvironment } from '../../environments/read-environment';
import { ProblemsError } from '../../model/problem';
import { countyFiles, EnvironmentFolder, type Files, sharedFiles } from './environment-folder';

const folders: EnvironmentFolder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

export function folderWith(changes: Files, shared: Files = sharedFiles): EnvironmentFolder {
  const folder = new EnvironmentFolder({ suixian: { ...countyFiles, ...changes } }, shared);
  folders.push(folder);
  return folder;
}

/** `CODE place · message · fix` of every problem; the place without the folder of the environment. */
export function problemsIn({ root }: EnvironmentFolder, id = 'suixian'): string[] {
  try {
    readEnvironment(root, id);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(
      ({ code, at, message, fix }) =>
        `${code} ${at.replace(/^environments\/(suixian\/)?/, '')} · ${message.en} · ${fix.en}`,
    );
  }
}

/** The only problem that a changed file gives. */
export function problem(changes: Files): string {
  const found = problemsIn(folderWith(changes));
  return found.length === 1 ? String(found[0]) : `${found.length} problems:\n${found.join('\n')}`;
}
