import fc from 'fast-check';
import { Cidr, IpAddress } from '../../../model/cidr';
import { summarise } from '../../../model/summarise';

/** Blocks inside 10.0.0.0/26, so that neighbours are common and an oracle can list every address. */
const block = fc
  .tuple(fc.integer({ min: 26, max: 32 }), fc.integer({ min: 0, max: 63 }))
  .map(([prefix, host]) => Cidr.around(IpAddress.at(4, 0x0a000000n + BigInt(host)), prefix));

const addresses = (blocks: readonly Cidr[]) =>
  new Set(blocks.flatMap((one) => Array.from({ length: Number(one.size) }, (_, i) => `${one.address(i)}`)));

test('holds the same addresses', () =>
  fc.assert(
    fc.property(fc.array(block), (blocks) => {
      expect([...addresses(summarise(blocks))].sort()).toEqual([...addresses(blocks)].sort());
    }),
  ));

test('no address is in two blocks, and no two blocks could be one', () =>
  fc.assert(
    fc.property(fc.array(block), (blocks) => {
      const made = summarise(blocks);
      const total = made.reduce((sum, one) => sum + Number(one.size), 0);
      expect(total).toBe(addresses(made).size);
      for (const one of made)
        for (const other of made)
          if (one !== other && one.prefix === other.prefix)
            expect(Cidr.around(one.address(0), one.prefix - 1).contains(other)).toBe(false);
    }),
  ));

test('is in order of address, whatever came first', () =>
  fc.assert(
    fc.property(fc.array(block), (blocks) => {
      const made = summarise(blocks).map((one) => one.address(0).value);
      expect(made).toEqual([...made].sort((a, b) => (a < b ? -1 : 1)));
      expect(summarise([...blocks].reverse()).map(String)).toEqual(summarise(blocks).map(String));
    }),
  ));

test('Neutron joins the neighbours 10.20.0.0/16 and 10.21.0.0/16', () => {
  const blocks = ['59.216.0.0/18', '10.21.0.0/16', '10.20.0.0/16', '2001:db8::/48'].map(Cidr.of);
  expect(summarise(blocks).map(String)).toEqual(['10.20.0.0/15', '59.216.0.0/18', '2001:db8::/48']);
});

test('two halves of everything are everything', () =>
  expect(summarise(['128.0.0.0/1', '0.0.0.0/1'].map(Cidr.of)).map(String)).toEqual(['0.0.0.0/0']));
