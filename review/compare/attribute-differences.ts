import type { AttributeChange } from '../change';
import { HIDDEN, isSecret, shown } from '../redact';

/** Where two bodies of one resource differ, and whether that means anything. */
export interface Difference extends AttributeChange {
  /** Only the order of a list differs, or words that nothing acts upon. */
  readonly noise: boolean;
}

/** Words for people, which change nothing in the cloud. */
const WORDS = ['description', 'tags', 'all_tags'];

/** Every difference of two bodies, without secrets; a secret that changes is told as one. */
export function attributeDifferences(type: string, before: Body, after: Body): Difference[] {
  return [...differences(type, '', before, after)];
}

export type Body = Readonly<Record<string, unknown>>;

function* differences(type: string, path: string, before: unknown, after: unknown): Generator<Difference> {
  const [was, is] = [JSON.stringify(before), JSON.stringify(after)];
  if (was === is) return;
  if (isBody(before) && isBody(after)) {
    for (const key of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort())
      yield* differences(type, path === '' ? key : `${path}.${key}`, before[key], after[key]);
    return;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length === after.length && !isSameSet(before, after) && before.every(isBody)) {
      for (const [index, one] of before.entries()) yield* differences(type, `${path}[${index}]`, one, after[index]);
      return;
    }
    yield told(type, path, before, after, isSameSet(before, after));
    return;
  }
  yield told(type, path, before, after, false);
}

function told(type: string, path: string, before: unknown, after: unknown, sameSet: boolean): Difference {
  const noise = sameSet || WORDS.includes(path.split(/[.[]/)[0] ?? '');
  const text = (value: unknown): string => {
    const clean = isSecret(type, path) ? HIDDEN : shown(type, path, value);
    return JSON.stringify(clean) ?? 'null';
  };
  return {
    path,
    ...(before !== undefined && { before: text(before) }),
    ...(after !== undefined && { after: text(after) }),
    noise,
  };
}

function isSameSet(a: readonly unknown[], b: readonly unknown[]): boolean {
  const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
