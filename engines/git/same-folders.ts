/** What of a tree is written, and which of its folders may be links to those of a work tree. Paths below the folder. */
export interface TreeParts {
  /** The widest folders in which nothing differs. */
  readonly same: readonly string[];
  readonly files: readonly string[];
}

/** Parts a tree by the paths that differ in the work tree, whatever they are there: changed, gone, new or ignored. */
export function partTree(files: readonly string[], differing: readonly string[]): TreeParts {
  const touched = new Set(differing.flatMap(foldersOf));
  const same = new Set<string>();
  const written: string[] = [];
  for (const file of files) {
    const whole = foldersOf(file).find((folder) => !touched.has(folder));
    if (whole === undefined) written.push(file);
    else same.add(whole);
  }
  return { same: [...same], files: written };
}

/** `a/b/c.yaml`: `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const steps = path.split('/').slice(0, -1);
  return steps.map((_, depth) => steps.slice(0, depth + 1).join('/'));
}
