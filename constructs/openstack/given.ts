type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The properties that have a value: a binding takes an absent property, and refuses one that is `undefined`. */
export function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
