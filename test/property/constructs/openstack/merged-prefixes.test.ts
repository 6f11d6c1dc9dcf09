import fc from 'fast-check';
import { mergedPrefixes } from '../../../../constructs/openstack/merged-prefixes';

/** Blocks inside of 10.0.0.0/24, as a last octet and a length, so that the oracle can list every address. */
const blocks = fc
  .tuple(fc.integer({ min: 24, max: 32 }), fc.nat(255))
  .map(([prefix, octet]) => ({ first: octet - (octet % 2 ** (32 - prefix)), prefix }));

const textOf = ({ first, prefix }: { first: number; prefix: number }) => `10.0.0.${first}/${prefix}`;

/** The last octets that a list of blocks holds. */
function octets(texts: readonly string[]): boolean[] {
  const held = Array<boolean>(256).fill(false);
  for (const text of texts) {
    const [first = 0, prefix = 32] = text.replace('10.0.0.', '').split('/').map(Number);
    held.fill(true, first, first + 2 ** (32 - prefix));
  }
  return held;
}

/** The fewest blocks, by halving: a whole block is written, an empty one left out. */
function halved(held: readonly boolean[], first = 0, prefix = 24): string[] {
  if (held.every(Boolean)) return [textOf({ first, prefix })];
  if (!held.some(Boolean)) return [];
  const half = held.length / 2;
  return [...halved(held.slice(0, half), first, prefix + 1), ...halved(held.slice(half), first + half, prefix + 1)];
}

test('the blocks are the fewest that hold the same addresses, in order', () =>
  fc.assert(
    fc.property(fc.array(blocks, { maxLength: 40 }), (given) => {
      const texts = given.map(textOf);
      expect(mergedPrefixes(texts)).toEqual(halved(octets(texts)));
    }),
  ));

test('halves of IPv6 blocks merge too', () =>
  expect(mergedPrefixes(['2001:db8:8000::/33', '2001:db8::/33', '2001:db9::/32'])).toEqual(['2001:db8::/31']));

test('the whole of IPv4 in two halves is one block', () =>
  expect(mergedPrefixes(['0.0.0.0/1', '128.0.0.0/1'])).toEqual(['0.0.0.0/0']));
