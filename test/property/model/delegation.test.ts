import fc from 'fast-check';
import { Cidr } from '../../../model/cidr';
import { type DelegationRequest, delegate, delegatedBlocks, release } from '../../../model/delegation';
import type { LedgerValues } from '../../../model/ledger';

const DAY = '2026-11-25';
/** Sixteen addresses: each can be looked at. */
const pools = { private: [Cidr.of('10.0.0.0/28')], extranet: [], internet: [], quarantineDays: 30 };
const empty: LedgerValues = { blocks: {}, segments: {} };
const requests = fc.uniqueArray(
  fc.record({ adcode: fc.integer({ min: 450200, max: 450230 }).map(String), prefix: fc.integer({ min: 29, max: 32 }) }),
  { selector: ({ adcode }) => adcode, maxLength: 10 },
);
const asked = (some: readonly { adcode: string; prefix: number }[]): DelegationRequest[] =>
  some.map((one) => ({ ...one, use: 'private', family: 4 }));

/** Every address of a ledger, one by one, with who has it: the oracle. */
function holders(ledger: LedgerValues): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const [owner, text] of Object.entries(ledger.blocks)) {
    const [last = '', prefix = ''] = text.slice(text.lastIndexOf('.') + 1).split('/');
    for (let at = 0; at < 2 ** (32 - Number(prefix)); at++)
      found.set(Number(last) + at, [...(found.get(Number(last) + at) ?? []), owner]);
  }
  return found;
}

test('blocks are apart, inside, of the size asked for, and refused only where no aligned place is free', () => {
  fc.assert(
    fc.property(requests, requests, (first, second) => {
      const before = delegate(empty, pools, asked(first), DAY).ledger;
      const { ledger, granted, refused } = delegate(before, pools, asked(second), DAY);
      const held = holders(ledger);
      expect([...held.values()].filter((owners) => owners.length > 1)).toEqual([]);
      expect([...held.keys()].every((at) => at < 16)).toBe(true);
      for (const { adcode, prefix } of second) {
        const block = granted.get(`division ${adcode}/private 4`);
        const smaller = before.blocks[`division ${adcode}/private 4`] !== undefined;
        if (block === undefined && !smaller) {
          const size = 2 ** (32 - prefix);
          const places = Array.from({ length: 16 / size }, (_, index) => index * size);
          const free = places.filter((at) =>
            Array.from({ length: size }, (_, i) => at + i).every((one) => !held.has(one)),
          );
          expect(free).toEqual([]);
          expect(refused.map((one) => one.adcode)).toContain(adcode);
        } else if (block !== undefined) expect(block.prefix).toBeLessThanOrEqual(prefix);
      }
    }),
  );
});

test('what stands in the ledger stays; asking again and in another order changes nothing', () => {
  fc.assert(
    fc.property(requests, requests, (first, second) => {
      const before = delegate(empty, pools, asked(first), DAY).ledger;
      const { ledger } = delegate(
        before,
        pools,
        asked(second.filter(({ adcode }) => !first.some((one) => one.adcode === adcode))),
        DAY,
      );
      for (const [owner, block] of Object.entries(before.blocks)) expect(ledger.blocks[owner]).toBe(block);
      expect(delegate(before, pools, asked(first), DAY).ledger).toEqual(before);
      expect(delegate(empty, pools, asked([...first].reverse()), DAY).ledger.blocks).toEqual(before.blocks);
      expect(ledger.history?.slice(0, before.history?.length)).toEqual(before.history);
    }),
  );
});

test('a block that was given back rests for the quarantine, and is free after it', () => {
  const whole = delegate(empty, pools, asked([{ adcode: '450222', prefix: 28 }]), DAY).ledger;
  const back = release(whole, '450222', DAY);
  const other = asked([{ adcode: '450223', prefix: 28 }]);
  expect(delegate(back, pools, other, '2026-12-24').refused).toHaveLength(1);
  const { ledger, refused } = delegate(back, pools, other, '2026-12-25');
  expect(refused).toEqual([]);
  expect(delegatedBlocks(ledger).map(({ adcode, block }) => `${adcode} ${block}`)).toEqual(['450223 10.0.0.0/28']);
  expect(ledger.history?.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    '2026-11-25 gave',
    '2026-11-25 back',
    '2026-12-25 freed',
    '2026-12-25 gave',
  ]);
  expect(
    delegate(back, pools, asked([{ adcode: '450222', prefix: 28 }]), '2026-12-01').ledger.released,
  ).toBeUndefined();
});
