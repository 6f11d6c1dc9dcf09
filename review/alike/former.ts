/** What a former value was, where it was another than now: numbers first, so that no value is taken for one of these. */
export type Former =
  | typeof SAME
  /** Another value. */
  | readonly [1, unknown]
  /** An object, of which these keys were others; all that there were, where they are not those of now. */
  | readonly [2, Readonly<Record<string, Former>>, (readonly string[])?]
  /** A list of which so many at the start and at the end were the same, and what was between them. */
  | readonly [3, number, number, readonly Former[]];

const SAME = 0;

/**
 * The former value by the present one, both plain data as JSON writes it: most of a cloud is the same in both revisions.
 * With the present value it says the former one exactly (test/property/review/former.test.ts).
 */
export function former(was: unknown, is: unknown): Former {
  if (was === is) return SAME;
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null) return [1, was];
  if (Array.isArray(was) && Array.isArray(is)) return formerList(was, is);
  if (Array.isArray(was) || Array.isArray(is)) return [1, was];
  // An address, for one, is a text.
  if ('toJSON' in was || 'toJSON' in is) return JSON.stringify(was) === JSON.stringify(is) ? SAME : [1, was];
  return formerObject(was as Fields, is as Fields);
}

function formerObject(was: Fields, is: Fields): Former {
  const others: Record<string, Former> = {};
  const keys = keysOf(was);
  let same = true;
  for (const key of keys) {
    const one = former(was[key], is[key]);
    if (one === SAME) continue;
    others[key] = one;
    same = false;
  }
  const now = keysOf(is);
  if (keys.length !== now.length || keys.some((key, index) => key !== now[index])) return [2, others, keys];
  return same ? SAME : [2, others];
}

function formerList(was: readonly unknown[], is: readonly unknown[]): Former {
  // Lists of one length differ in their elements; else something came or went, at one place as a rule.
  const inPlace = was.length === is.length ? was.map((one, index) => former(one, is[index])) : undefined;
  const isSame = (here: number, there: number) =>
    inPlace ? inPlace[here] === SAME : JSON.stringify(was[here]) === JSON.stringify(is[there]);
  const shorter = Math.min(was.length, is.length);
  let [start, end] = [0, 0];
  while (start < shorter && isSame(start, start)) start++;
  if (inPlace && start === was.length) return SAME;
  while (end < shorter - start && isSame(was.length - 1 - end, is.length - 1 - end)) end++;
  const whole = was.map((one): Former => [1, one]);
  return [3, start, end, (inPlace ?? whole).slice(start, was.length - end)];
}

/** JSON leaves out what is undefined. */
function keysOf(fields: Fields): readonly string[] {
  const keys = Object.keys(fields);
  return keys.some((key) => fields[key] === undefined) ? keys.filter((key) => fields[key] !== undefined) : keys;
}

type Fields = Readonly<Record<string, unknown>>;
