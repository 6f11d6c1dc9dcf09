import fc from 'fast-check';
import { Cidr } from '../../../model/cidr';
import { type Former, former } from '../../../review/alike/former';

/** Makes the former value of the present one, as the words of each form say. */
function restored(is: unknown, form: Former): unknown {
  if (form === 0) return is;
  if (form[0] === 1) return form[1];
  if (form[0] === 2) {
    const fields = is as Readonly<Record<string, unknown>>;
    const [, others, keys = Object.keys(fields)] = form;
    return Object.fromEntries(keys.map((key) => [key, restored(fields[key], others[key] ?? 0)]));
  }
  const [list, [, start, end, between]] = [is as readonly unknown[], form];
  const middle = between.map((one, index) => restored(list[start + index], one));
  return [...list.slice(0, start), ...middle, ...list.slice(list.length - end)];
}

/** A value, and what somebody made of it. */
const value = fc.jsonValue({ maxDepth: 4 }).map((one) => JSON.parse(JSON.stringify(one)) as unknown);
const edit = fc.record({ at: fc.array(fc.nat(), { maxLength: 4 }), how: fc.nat(4), fresh: value });

function edited(one: unknown, [step, ...at]: readonly number[], how: number, fresh: unknown): unknown {
  if (typeof one !== 'object' || one === null || step === undefined) return fresh;
  const entries = Object.entries(one);
  const index = step % (entries.length + 1);
  const [key, inner] = entries[index] ?? [`${step}`, undefined];
  const next = [key, edited(inner, at, how, fresh)] as const;
  const made = [next, undefined, [`new ${step}`, fresh] as const][how % 3];
  const more = [...entries.slice(0, index), ...(made ? [made] : []), ...entries.slice(how === 2 ? index : index + 1)];
  return Array.isArray(one) ? more.map(([, each]) => each) : Object.fromEntries(how === 4 ? more.reverse() : more);
}

const json = (one: unknown) => JSON.stringify(one);

test('with the present value the former one can be made again, to the order of its keys', () => {
  fc.assert(
    fc.property(value, fc.array(edit, { maxLength: 3 }), (was, edits) => {
      const is = edits.reduce((one, { at, how, fresh }) => edited(one, at, how, fresh), was);
      const form = JSON.parse(json(former(was, is))) as Former;
      expect(json(restored(is, form))).toBe(json(was));
      expect(json(former(was, JSON.parse(json(was)) as unknown))).toBe('0');
    }),
    { numRuns: 2000 },
  );
});

test('it says no more than what differs, also where something came or went in the midst of a list', () => {
  const zone = (key: string, prefix: number) => ({ key, prefix, block: Cidr.of(`10.0.0.0/${prefix}`) });
  const was = { name: 'a', zones: [zone('app', 24), zone('data', 25), zone('web', 26)] };
  const changed = { name: 'a', zones: [zone('app', 24), zone('data', 27), zone('web', 26)] };
  const longer = { name: 'a', zones: [zone('app', 24), zone('data', 25), zone('lab', 28), zone('web', 26)] };
  expect(former(was, changed)).toEqual([
    2,
    { zones: [3, 1, 1, [[2, { prefix: [1, 25], block: [1, Cidr.of('10.0.0.0/25')] }]]] },
  ]);
  expect(former(was, longer)).toEqual([2, { zones: [3, 2, 1, []] }]);
  expect(former(longer, was)).toEqual([2, { zones: [3, 2, 1, [[1, zone('lab', 28)]]] }]);
});
