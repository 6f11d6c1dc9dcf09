/**
 * Some of all combinations, so that every `strength` values of different names stand together in at least one: greedy,
 * and the same for the same input.
 */
export function coveringArray<T extends object>(all: readonly T[], strength: number): readonly T[] {
  const parts = all.map((one) =>
    tuples(
      Object.entries(one).map(([name, value]) => `${name}=${value}`),
      strength,
    ),
  );
  const open = new Set(parts.flat());
  const chosen: T[] = [];
  while (open.size > 0) {
    const gains = parts.map((some) => some.filter((tuple) => open.has(tuple)).length);
    const best = gains.indexOf(Math.max(...gains));
    for (const tuple of parts[best] ?? []) open.delete(tuple);
    chosen.push(all[best] as T);
  }
  return chosen;
}

function tuples(words: readonly string[], size: number): readonly string[] {
  if (size === 0) return [''];
  return words.flatMap((word, index) => tuples(words.slice(index + 1), size - 1).map((rest) => `${word} ${rest}`));
}
