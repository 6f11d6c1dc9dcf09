/** Two changes of one text, joined; `conflict` where both change the same lines, or lines that touch, otherwise. */
export type MergedLines = { readonly text: string } | { readonly conflict: true };

/**
 * Laws (test/property/environments/merge-lines.test.ts): where one side changes nothing the other is the result; where
 * both change the same, that is; what both keep stays; the sides may be exchanged.
 */
export function mergeLines(base: string, ours: string, theirs: string): MergedLines {
  if (ours === theirs || theirs === base) return { text: ours };
  if (ours === base) return { text: theirs };
  const lines = base.split('\n');
  const [mine, other] = [changesOf(lines, ours.split('\n')), changesOf(lines, theirs.split('\n'))];
  const all = [...mine];
  for (const change of other) {
    const near = mine.filter((one) => one.from <= change.to && change.from <= one.to);
    if (near.length === 0) all.push(change);
    else if (near.some((one) => !same(one, change))) return { conflict: true };
  }
  const merged: string[] = [];
  let at = 0;
  for (const { from, to, lines: made } of all.sort((a, b) => a.from - b.from)) {
    merged.push(...lines.slice(at, from), ...made);
    at = to;
  }
  return { text: [...merged, ...lines.slice(at)].join('\n') };
}

/** Lines `from … to-1` of a text become others. */
export interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

function same(a: LineChange, b: LineChange): boolean {
  return a.from === b.from && a.to === b.to && a.lines.join('\n') === b.lines.join('\n');
}

/** What turns one text into another, along a longest common subsequence of their lines. */
export function changesOf(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const width = after.length + 1;
  const length = new Uint32Array((before.length + 1) * width);
  const common = (i: number, j: number): number => length[i * width + j] as number;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      length[i * width + j] =
        before[i] === after[j] ? common(i + 1, j + 1) + 1 : Math.max(common(i + 1, j), common(i, j + 1));
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      i++;
      j++;
      continue;
    }
    const [from, start] = [i, j];
    while (
      !(i < before.length && j < after.length && before[i] === after[j]) &&
      (i < before.length || j < after.length)
    )
      if (j >= after.length || (i < before.length && common(i + 1, j) >= common(i, j + 1))) i++;
      else j++;
    changes.push({ from, to: i, lines: after.slice(start, j) });
  }
  return changes;
}
