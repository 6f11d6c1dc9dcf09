import fc from 'fast-check';
import { Cidr, IpAddress } from '../../../model/cidr';
import { expectedOf } from '../../../model/environment/expected';
import { cidr, cidr4 } from '../../../model/environment/scalars';

const pattern = new RegExp(expectedOf(cidr)?.pattern as string);
const pattern4 = new RegExp(expectedOf(cidr4)?.pattern as string);

const group = fc.oneof(fc.constantFrom('0', '1', 'ffff', 'A0', '12345', 'g', ''), fc.stringMatching(/^[0-9a-f]{1,4}$/));
const octet = fc.oneof(fc.integer({ min: 0, max: 300 }).map(String), fc.constantFrom('00', '01', '', 'x'));
const address = fc.oneof(
  fc.array(octet, { minLength: 3, maxLength: 5 }).map((octets) => octets.join('.')),
  fc
    .tuple(fc.array(group, { maxLength: 8 }), fc.array(group, { maxLength: 8 }))
    .map(([a, b]) => `${a.join(':')}::${b.join(':')}`),
  fc.array(group, { minLength: 7, maxLength: 9 }).map((groups) => groups.join(':')),
);
const prefix = fc.integer({ min: 0, max: 140 });

test('the pattern of a block in the JSON Schemas takes exactly the addresses and lengths that the parser takes', () => {
  fc.assert(
    fc.property(address, prefix, (text, length) => {
      const at = IpAddress.parse(text);
      const isBlock = at instanceof IpAddress && length <= at.bits;
      expect(pattern.test(`${text}/${length}`)).toBe(isBlock);
      expect(pattern4.test(`${text}/${length}`)).toBe(isBlock && at.bits === 32);
    }),
    { numRuns: 2000 },
  );
});

test('every block that the parser takes keeps the pattern in its own writing', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, (1n << 128n) - 1n), fc.integer({ min: 0, max: 128 }), (value, length) => {
      const block = Cidr.around(IpAddress.at(6, value), length);
      expect(pattern.test(String(block))).toBe(true);
    }),
  );
});
