export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at a path; an empty one where there is none. */
export function fieldsAt(object: Fields, ...path: readonly string[]): Fields {
  let at: unknown = object;
  for (const key of path) at = isFields(at) ? at[key] : undefined;
  return isFields(at) ? at : {};
}

/** The items of a list; undefined where the key is absent or null, which Kubernetes tells from an empty list. */
export function listAt(object: Fields, key: string): readonly unknown[] | undefined {
  const value = object[key];
  return Array.isArray(value) ? value : undefined;
}

/** Keys of an object that are none of `known`. */
export function strangeKeys(object: Fields, ...known: readonly string[]): readonly string[] {
  return Object.keys(object).filter((key) => !known.includes(key) && object[key] !== undefined && object[key] !== null);
}
