import fc from 'fast-check';
import { Cidr } from '../../../model/cidr';
import { overlaps } from '../../../model/overlaps';
import { inside, interval, meet } from './design-oracle';

const block = fc.oneof(
  fc
    .tuple(fc.integer({ min: 26, max: 32 }), fc.nat(63))
    .map(([prefix, host]) => `10.0.0.${host - (host % 2 ** (32 - prefix))}/${prefix}`),
  fc.tuple(fc.integer({ min: 60, max: 64 }), fc.nat(15)).map(([prefix, subnet]) => {
    const first = subnet - (subnet % 2 ** (64 - prefix));
    return first === 0 ? `2001:db8::/${prefix}` : `2001:db8:0:${first.toString(16)}::/${prefix}`;
  }),
);

describe('overlaps', () => {
  it('names, for every block that is not the first of its place, an enclosing one that is', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (texts) => {
        const items = texts.map((text, id) => ({ id, block: Cidr.of(text) }));
        const found = overlaps(items);
        const named = new Set(found.map(([, inner]) => inner.id));
        for (const [outer, inner] of found) {
          expect(inside(interval(`${inner.block}`), interval(`${outer.block}`))).toBe(true);
          expect(named.has(outer.id)).toBe(false);
        }
        // Without what was named, nothing meets any more.
        const rest = items.filter((one) => !named.has(one.id));
        for (const one of rest)
          for (const other of rest)
            if (one !== other) expect(meet(interval(`${one.block}`), interval(`${other.block}`))).toBe(false);
      }),
    );
  });

  it('finds nothing among blocks that lie apart, and leaves the list alone', () => {
    const items = ['10.0.1.0/24', '10.0.0.0/24', '2001:db8::/32'].map((text) => ({ block: Cidr.of(text) }));
    const before = [...items];
    expect(overlaps(items)).toEqual([]);
    expect(items).toEqual(before);
  });
});
