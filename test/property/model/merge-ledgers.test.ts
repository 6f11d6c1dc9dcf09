import fc from 'fast-check';
import { Cidr } from '../../../model/cidr';
import { delegate } from '../../../model/delegation';
import type { LedgerValues } from '../../../model/ledger';
import { mergeLedgers } from '../../../model/merge-ledgers';

const pools = { private: [Cidr.of('10.0.0.0/27')], extranet: [], internet: [], quarantineDays: 0 };
const empty: LedgerValues = { blocks: {}, segments: {} };
const codes = fc.uniqueArray(fc.integer({ min: 450200, max: 450215 }).map(String), { maxLength: 5 });
const after = (ledger: LedgerValues, some: readonly string[], prefix: number) =>
  delegate(
    ledger,
    pools,
    some.map((adcode) => ({ adcode, use: 'private', family: 4, prefix })),
    '2026-11-25',
  ).ledger;

const addresses = (text: string): number[] => {
  const [last = 0, prefix = 32] = text
    .slice(text.lastIndexOf('.') + 1)
    .split('/')
    .map(Number);
  return Array.from({ length: 2 ** (32 - prefix) }, (_, at) => last + at);
};

test('both sides stay or clash, never a silent overlap, and it does not matter which side is which', () => {
  fc.assert(
    fc.property(codes, codes, codes, fc.constantFrom(29, 30, 31), (common, one, two, prefix) => {
      const base = after(empty, common, 30);
      const [ours, theirs] = [after(base, one, prefix), after(base, two, 30)];
      const merged = mergeLedgers(base, ours, theirs);
      expect(mergeLedgers(base, theirs, ours)).toEqual(merged);
      const owners = Object.entries(merged.ledger.blocks).flatMap(([, block]) => addresses(block));
      const overlap = new Set(owners).size < owners.length;
      const moved = Object.keys(ours.blocks).some(
        (owner) => (theirs.blocks[owner] ?? ours.blocks[owner]) !== ours.blocks[owner],
      );
      expect(merged.clashes.length > 0).toBe(overlap || moved);
      if (merged.clashes.length === 0)
        expect(merged.ledger.blocks).toEqual(
          Object.fromEntries(Object.entries({ ...ours.blocks, ...theirs.blocks }).sort()),
        );
    }),
  );
});
