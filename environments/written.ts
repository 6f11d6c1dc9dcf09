/** One file as text, and the way from an offset to the place that a person can open. */
export class Source {
  private starts: number[] | undefined;

  /** `label` is how the file is called in places: `environments/hebei/planes.yaml`. */
  constructor(
    readonly label: string,
    readonly text: string,
  ) {}

  /** `file:line:column`, both 1-based; columns count UTF-16 units, as editors do. */
  place(offset: number): string {
    this.starts ??= lineStarts(this.text);
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return `${this.label}:${low + 1}:${offset - (this.starts[low] as number) + 1}`;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

export type Scalar = string | number | bigint | boolean | null;
export type Path = readonly (string | number)[];

/** A value as somebody wrote it, with where: the values of all layers merge in this form. */
export interface Written {
  readonly source: Source;
  /** Offset of the value. */
  readonly at: number;
  /** Offset of the key in front of it; none at the top of a file and in lists. */
  readonly keyAt?: number | undefined;
  readonly value: Scalar | readonly Written[] | ReadonlyMap<string, Written>;
  /** How a scalar looks in the file, without quotes. */
  readonly text?: string | undefined;
}

export type WrittenMap = Written & { readonly value: ReadonlyMap<string, Written> };

export function isMap(written: Written | undefined): written is WrittenMap {
  return written?.value instanceof Map;
}

export function isList(written: Written | undefined): written is Written & { readonly value: readonly Written[] } {
  return Array.isArray(written?.value);
}

/** Objects merge by key, everything else replaces. The places are those of the upper layer where both wrote. */
export function merge(lower: Written | undefined, upper: Written): Written {
  if (!isMap(lower) || !isMap(upper)) return upper;
  const entries = new Map(lower.value);
  for (const [key, value] of upper.value) entries.set(key, merge(entries.get(key), value));
  return { ...upper, value: entries };
}

/** The value at a path, or the nearest ancestor that was written. */
export function nearest(top: Written, path: Path): { readonly written: Written; readonly depth: number } {
  let written = top;
  for (let depth = 0; depth < path.length; depth++) {
    const next = child(written, path[depth] as string | number);
    if (next === undefined) return { written, depth };
    written = next;
  }
  return { written, depth: path.length };
}

function child(written: Written, step: string | number): Written | undefined {
  if (isMap(written)) return written.value.get(String(step));
  return isList(written) ? written.value[Number(step)] : undefined;
}

/** A scalar is found at its value, a map or a list at its key. */
export function placeOfWritten(written: Written): string {
  const collection = typeof written.value === 'object' && written.value !== null;
  return written.source.place(collection ? (written.keyAt ?? written.at) : written.at);
}

export function placeOfKey(written: Written): string {
  return written.source.place(written.keyAt ?? written.at);
}

/** Plain forms that are kept; of a map that one environment alone has, it would cost more than it gives. */
const plainMaps = new WeakMap<ReadonlyMap<string, Written>, unknown>();

/** Keeps the plain form of what is part of many environments, so that it is made once. */
export function keepPlain(written: Written): void {
  const { value } = written;
  if (isList(written)) written.value.forEach(keepPlain);
  if (!(value instanceof Map) || plainMaps.has(value)) return;
  value.forEach(keepPlain);
  plainMaps.set(value, plain(written));
}

/** The plain value, for the schema, which does not change it. */
export function plain({ value }: Written): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!(value instanceof Map)) return (value as readonly Written[]).map(plain);
  const known = plainMaps.get(value);
  if (known !== undefined) return known;
  // No key is `__proto__`: the reader refuses it.
  const object: Record<string, unknown> = {};
  for (const [key, entry] of value) object[key] = plain(entry);
  return object;
}
