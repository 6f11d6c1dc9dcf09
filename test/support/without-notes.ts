/** What CDKTF writes, without its notes about its own tree. */
export function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (name === '//' ? [] : [[name, withoutNotes(one)]])),
  );
}
