import fc from 'fast-check';
import { type MovedKey, MovedKeys } from '../../../model/moved-key';

/** What somebody does: gives the department, its system or its tier the next unused key, or its first one again. */
const step = fc.record({ level: fc.integer({ min: 0, max: 2 }), back: fc.boolean() });

/** The oracle keeps the present keys and writes down every path that the tier ever had. */
function play(steps: readonly { readonly level: number; readonly back: boolean }[]) {
  const first = ['a', 'b', 'c'];
  let now = [...first];
  const moved: MovedKey[] = [];
  const history = [now.join('/')];
  for (const [i, { level, back }] of steps.entries()) {
    const next = now.with(level, back ? (first[level] as string) : `n${i}`);
    if (next.join('/') === now.join('/')) continue;
    const path = (keys: readonly string[]) => ['tenants', ...keys.slice(0, level + 1)].join('/');
    moved.push({ from: path(now), to: path(next), on: '2026-01-01' });
    now = next;
    history.push(now.join('/'));
  }
  return { moved, history };
}

test('every path that a tier had is known from its present one, the first of all is its original', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const { moved, history } = play(steps);
      const now = history.at(-1) as string;
      const keys = new MovedKeys(moved, ['p']);
      const former = keys.formerNames(now, '/', { tenants: 0 });
      expect(new Set(former)).toEqual(new Set(history.filter((one) => one !== now)));
      expect(keys.original(now, '/', { tenants: 0 })).toBe('a/b/c');
      expect(keys.formerNames(now.replaceAll('/', '_'), '_', { tenants: 0 })).toEqual(
        former.map((one) => one.replaceAll('/', '_')),
      );
    }),
  );
});

test('from each former name to the next there is a way to the present one, and no circle', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const { moved, history } = play(steps);
      const now = history.at(-1) as string;
      const chain = [...new MovedKeys(moved, []).formerNames(now, '/', { tenants: 0 }), now];
      expect(new Set(chain).size).toBe(chain.length);
      expect(chain.at(-1)).toBe(now);
    }),
  );
});
