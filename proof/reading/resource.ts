import type { Declared } from '../world/declared';

/** One resource or data source, whichever file it came from. */
export interface Resource extends Declared {
  readonly type: string;
  /** `data`: it exists already, and what it holds is not written here. */
  readonly mode: 'managed' | 'data';
  readonly values: Values;
}

export type Values = { readonly [key: string]: Value };
export type Value = string | number | boolean | null | undefined | Reference | Unresolved | readonly Value[] | Values;

/** The attribute `path` of the resource `id`, a value that apply will fill in. */
export class Reference {
  constructor(
    readonly id: string,
    readonly path: readonly string[],
  ) {}
}

/** An expression that could not be followed. `among` are the references it mentions. */
export class Unresolved {
  constructor(
    readonly text: string,
    readonly among: readonly Reference[] = [],
  ) {}
}

export function isValues(value: Value): value is Values {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Reference) &&
    !(value instanceof Unresolved)
  );
}
