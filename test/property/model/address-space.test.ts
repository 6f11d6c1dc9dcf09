import fc from 'fast-check';
import { AddressSpace } from '../../../model/address-space';
import { Cidr } from '../../../model/cidr';
import { inside, interval, meet } from './design-oracle';

/** Some of the /22 to /26 of 10.0.0.0/20, apart from each other, in any order. */
const blocks = fc
  .uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 6 })
  .chain((numbers) =>
    fc.tuple(...numbers.map((n) => fc.integer({ min: 24, max: 26 }).map((prefix) => `10.0.${n}.0/${prefix}`))),
  );
const requests = fc.uniqueArray(
  fc.record({ key: fc.string({ minLength: 1, maxLength: 3 }), prefix: fc.integer({ min: 23, max: 30 }) }),
  { selector: (one) => one.key, maxLength: 12 },
);

describe('AddressSpace', () => {
  it('gives blocks of the wanted length, apart, each inside one block of the space, none that is reserved', () => {
    fc.assert(
      fc.property(blocks, requests, fc.integer({ min: 0, max: 3 }), (space, wanted, quarter) => {
        const reserved = Cidr.of(space[0] as string).subnet(28, quarter);
        const { granted } = new AddressSpace(space.map(Cidr.of)).allocate(wanted, new Map(), [reserved]);
        const given = wanted.flatMap(({ key, prefix }) => {
          const block = granted.get(key);
          if (block === undefined) return [];
          expect(block.prefix).toBe(prefix);
          expect(space.some((one) => inside(interval(`${block}`), interval(one)))).toBe(true);
          return [interval(`${block}`)];
        });
        const taken = [...given, interval(`${reserved}`)];
        taken.forEach((one, index) => {
          expect(taken.slice(0, index).filter((other) => meet(one, other))).toEqual([]);
        });
      }),
    );
  });

  it('refuses a block only where none of its length is free', () => {
    fc.assert(
      fc.property(blocks, requests, (space, wanted) => {
        const { granted, refused } = new AddressSpace(space.map(Cidr.of)).allocate(wanted, new Map());
        const taken = [...granted.values()].map((block) => interval(`${block}`));
        for (const { prefix } of refused)
          for (const holder of space.map(Cidr.of)) {
            const count = prefix < holder.prefix ? 0 : 2 ** (prefix - holder.prefix);
            for (let n = 0; n < count; n++) {
              const free = interval(`${holder.subnet(prefix, n)}`);
              expect(taken.some((one) => meet(one, free))).toBe(true);
            }
          }
      }),
    );
  });

  it('does not care for the order of its blocks', () => {
    fc.assert(
      fc.property(blocks, requests, (space, wanted) => {
        const of = (some: readonly string[]) =>
          Object.fromEntries(
            Array.from(new AddressSpace(some.map(Cidr.of)).allocate(wanted, new Map()).granted, ([key, block]) => [
              key,
              `${block}`,
            ]),
          );
        expect(of([...space].reverse())).toEqual(of(space));
      }),
    );
  });

  it('keeps what is recorded, and gives it to nobody else', () => {
    fc.assert(
      fc.property(blocks, requests, requests, (space, before, after) => {
        const addresses = new AddressSpace(space.map(Cidr.of));
        const { granted: recorded } = addresses.allocate(before, new Map());
        const { granted } = addresses.allocate(after, recorded);
        for (const { key, prefix } of after) {
          const had = recorded.get(key);
          if (had !== undefined && had.prefix <= prefix) expect(`${granted.get(key)}`).toBe(`${had}`);
          const others = [...recorded].filter(([other]) => other !== key).map(([, block]) => interval(`${block}`));
          const has = granted.get(key);
          expect(others.filter((one) => has && meet(one, interval(`${has}`)))).toEqual([]);
        }
      }),
    );
  });

  it('throws on a record that lies outside', () => {
    const space = new AddressSpace([Cidr.of('10.0.0.0/24')]);
    expect(() => space.allocate([], new Map([['a', Cidr.of('10.0.1.0/28')]]))).toThrow(
      new RangeError('10.0.1.0/28 lies outside of the address space'),
    );
  });

  it('refuses everything where it has no block', () => {
    const one = { key: 'a', prefix: 28 };
    expect(new AddressSpace([]).allocate([one], new Map())).toEqual({ granted: new Map(), refused: [one] });
  });
});
