/**
 * The name that was probably meant: the nearest of `known` by edits (a letter more, less, other, or two neighbours
 * swapped), when it takes at most one edit in three letters. Undefined when nothing is near.
 */
export function nearMiss(written: string, known: Iterable<string>): string | undefined {
  const plain = fold(written);
  let best: { name: string; edits: number } | undefined;
  for (const name of [...known].sort()) {
    const edits = editsBetween(plain, fold(name));
    const allowed = Math.max(1, Math.floor(Math.max(plain.length, name.length) / 3));
    if (edits <= allowed && name !== written && (best === undefined || edits < best.edits)) best = { name, edits };
  }
  return best?.name;
}

/** Case, hyphens and underscores are the commonest slips and cost nothing. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '').slice(0, 64);
}

/** Damerau–Levenshtein distance, in its restricted form: no substring is edited twice. */
export function editsBetween(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let edits = Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) edits = Math.min(edits, at(before, j - 2) + 1);
      row.push(edits);
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] as number;
}

/** The key that a name would be as: lower case, hyphens, at most 24 characters. Undefined when nothing is left. */
export function nearKey(name: string): string | undefined {
  const key = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 24)
    .replace(/-+$/, '');
  return key === '' ? undefined : key;
}
