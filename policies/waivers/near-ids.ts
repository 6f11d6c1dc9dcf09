/** Ids that share the most parts with one that there is not, at most three. */
export function nearIds(id: string, known: readonly string[]): readonly string[] {
  const parts = new Set(
    id
      .toUpperCase()
      .split(/[^A-Z0-9]+/)
      .filter((part) => part !== ''),
  );
  const shared = (other: string): number => other.split('-').filter((part) => parts.has(part)).length;
  return known
    .map((other) => ({ other, count: shared(other) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .map(({ other }) => other);
}
