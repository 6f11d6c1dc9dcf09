/** The lines that differ, with their numbers: what only the first text has after `-`, what only the second has after `+`. */
export function changedLines(before: string | undefined, after: string): string[] {
  const [old, now] = [linesOf(before ?? ''), linesOf(after)];
  const [gone, come] = [without(old, now), without(now, old)];
  const all = [
    ...gone.map(({ line, text }) => ({ line, order: 0, shown: `-${line}: ${text}` })),
    ...come.map(({ line, text }) => ({ line, order: 1, shown: `+${line}: ${text}` })),
  ];
  return all.sort((a, b) => a.line - b.line || a.order - b.order).map(({ shown }) => shown);
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** What `others` do not have, as often as they lack it. */
function without(
  lines: readonly string[],
  others: readonly string[],
): { readonly line: number; readonly text: string }[] {
  const spare = new Map<string, number>();
  for (const text of others) spare.set(text, (spare.get(text) ?? 0) + 1);
  return lines.flatMap((text, i) => {
    const left = spare.get(text) ?? 0;
    spare.set(text, left - 1);
    return left > 0 ? [] : [{ line: i + 1, text }];
  });
}
