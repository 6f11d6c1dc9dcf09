import { isIPv4, isIPv6, SocketAddress } from 'node:net';
import fc from 'fast-check';
import { Cidr, IpAddress, type IpFamily } from '../../../model/cidr';

/** A block as the oracle sees it: the bits of its addresses that are fixed, as a text of 0 and 1. */
interface Bits {
  readonly family: IpFamily;
  readonly fixed: string;
}

/** Short prefixes from a small alphabet, so that containment and equality are frequent. */
const bits: fc.Arbitrary<Bits> = fc.constantFrom<IpFamily>(4, 6).chain((family) =>
  fc
    .oneof(
      fc.array(fc.constantFrom('0', '1'), { maxLength: 3 }).map((few) => few.join('')),
      fc.array(fc.constantFrom('0', '1'), { maxLength: family === 4 ? 32 : 128 }).map((many) => many.join('')),
    )
    .map((fixed) => ({ family, fixed })),
);

const lengthOf = (family: IpFamily) => (family === 4 ? 32 : 128);

/** The same block written out by the oracle: 8 or 16 bits at a time, never shortened. */
function written({ family, fixed }: Bits): string {
  const all = fixed.padEnd(lengthOf(family), '0');
  const groups = all.match(family === 4 ? /.{8}/g : /.{16}/g) ?? [];
  const digits = groups.map((group) => Number.parseInt(group, 2).toString(family === 4 ? 10 : 16));
  return `${digits.join(family === 4 ? '.' : ':')}/${fixed.length}`;
}

const blockOf = (one: Bits) => Cidr.of(written(one));
const within = (inner: Bits, outer: Bits) => inner.family === outer.family && inner.fixed.startsWith(outer.fixed);

describe('Cidr', () => {
  it('contains exactly the blocks whose fixed bits begin with its own', () => {
    fc.assert(
      fc.property(bits, bits, (a, b) => {
        expect(blockOf(a).contains(blockOf(b))).toBe(within(b, a));
      }),
    );
  });

  it('overlaps exactly the blocks that contain it or that it contains, both ways', () => {
    fc.assert(
      fc.property(bits, bits, (a, b) => {
        const expected = within(a, b) || within(b, a);
        expect(blockOf(a).overlaps(blockOf(b))).toBe(expected);
        expect(blockOf(b).overlaps(blockOf(a))).toBe(expected);
      }),
    );
  });

  it('is written in one way: what is parsed again is the same text, and equal blocks have one text', () => {
    fc.assert(
      fc.property(bits, bits, (a, b) => {
        const text = `${blockOf(a)}`;
        expect(`${Cidr.of(text)}`).toBe(text);
        expect(`${blockOf(b)}` === text).toBe(a.family === b.family && a.fixed === b.fixed);
      }),
    );
  });

  it('writes addresses as the operating system does', () => {
    fc.assert(
      fc.property(bits, (one) => {
        const [address = ''] = `${blockOf(one)}`.split('/');
        const family = one.family === 4 ? 'ipv4' : 'ipv6';
        expect(one.family === 4 ? isIPv4(address) : isIPv6(address)).toBe(true);
        // `::a.b.c.d` is how some systems write the last 32 bits; the value is what must agree.
        const other = new SocketAddress({ address, family, port: 0 }).address;
        if (!other.includes('.') || one.family === 4) expect(other).toBe(address);
      }),
    );
  });

  it('refuses a block with host bits and names the block that holds the address', () => {
    fc.assert(
      fc.property(
        bits.filter(({ family, fixed }) => fixed.length < lengthOf(family)),
        (one) => {
          const host = { ...one, fixed: `${one.fixed.padEnd(lengthOf(one.family) - 1, '0')}1` };
          const text = written(host).replace(/\d+$/, `${one.fixed.length}`);
          expect(Cidr.parse(text)).toEqual({
            got: text,
            expected: `${blockOf(one)}, the block that holds this address`,
          });
        },
      ),
    );
  });

  it('numbers the blocks inside it, in the order of their bits, and back', () => {
    fc.assert(
      fc.property(bits, fc.array(fc.constantFrom('0', '1'), { maxLength: 12 }), (outer, more) => {
        const inner = { ...outer, fixed: (outer.fixed + more.join('')).slice(0, lengthOf(outer.family)) };
        const index = BigInt(`0b0${inner.fixed.slice(outer.fixed.length)}`);
        expect(`${blockOf(outer).subnet(inner.fixed.length, index)}`).toBe(`${blockOf(inner)}`);
        expect(blockOf(inner).indexIn(blockOf(outer))).toBe(index);
      }),
    );
  });

  it('has as many addresses as its free bits tell, and none before or after', () => {
    fc.assert(
      fc.property(bits, (one) => {
        const block = blockOf(one);
        const free = lengthOf(one.family) - one.fixed.length;
        expect(block.size).toBe(2n ** BigInt(free));
        const last = written({ ...one, fixed: one.fixed.padEnd(lengthOf(one.family), '1') });
        expect(`${block.address(block.size - 1n).host}`).toBe(`${Cidr.of(last)}`);
        expect(() => block.address(block.size)).toThrow(RangeError);
        expect(() => block.address(-1)).toThrow(RangeError);
      }),
    );
  });

  it('throws where it is asked for a block that is not inside', () => {
    fc.assert(
      fc.property(bits, (one) => {
        const block = blockOf(one);
        expect(() => block.subnet(one.fixed.length - 1, 0)).toThrow(RangeError);
        expect(() => block.subnet(lengthOf(one.family) + 1, 0)).toThrow(RangeError);
        expect(() => block.subnet(one.fixed.length, 1)).toThrow(RangeError);
        expect(() => block.subnet(one.fixed.length, -1)).toThrow(RangeError);
      }),
    );
  });
});

describe('text that is no address', () => {
  it.each([
    ['10.0.0.5/24', '10.0.0.0/24, the block that holds this address'],
    ['10.0.0.0/33', 'a prefix up to 32'],
    ['2001:db8::/129', 'a prefix up to 128'],
    ['10.0.0/24', 'four octets of 0 to 255 without leading zeros, such as 10.16.0.1'],
    ['10.0.0.256/32', 'four octets of 0 to 255 without leading zeros, such as 10.16.0.1'],
    ['010.0.0.0/8', 'four octets of 0 to 255 without leading zeros, such as 10.16.0.1'],
    ['1:2:3:4:5:6:7::8/128', 'an IPv6 address such as 2001:db8:16::1'],
    ['1::2::3/64', 'an IPv6 address such as 2001:db8:16::1'],
    ['12345::/64', 'an IPv6 address such as 2001:db8:16::1'],
    ['10.0.0.0', 'a block such as 10.16.0.0/20 or 2001:db8:16::/48'],
    ['10.0.0.0/', 'a block such as 10.16.0.0/20 or 2001:db8:16::/48'],
    ['', 'a block such as 10.16.0.0/20 or 2001:db8:16::/48'],
  ])('%j', (text, expected) => {
    expect(Cidr.parse(text)).toEqual({ got: text, expected });
    expect(() => Cidr.of(text)).toThrow(`Cidr.of: got ${text}, expected ${expected}`);
  });

  it('is no IPv6 address with an empty group at an end', () => {
    expect(IpAddress.parse(':1:2:3:4:5:6:7')).toMatchObject({ expected: 'an IPv6 address such as 2001:db8:16::1' });
  });
});
