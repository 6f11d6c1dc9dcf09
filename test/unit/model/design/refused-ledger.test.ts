import { said } from '../../../support/environment-builder';

describe('the ledger of addresses', () => {
  it('refuses a ledger with a text that is no block', () => {
    expect(said({ ledger: { version: 1, blocks: { 'zone extranet/dept 4': '10.16.4.1/22' }, segments: {} } })).toEqual([
      'LEDGER_INVALID ledger/blocks/zone extranet/dept 4 · zone extranet/dept 4 has 10.16.4.1/22, which is no block: expected 10.16.4.0/22, the block that holds this address · restore the line from the last revision in which it was right, or delete it where its owner moves on purpose',
    ]);
  });

  it('refuses a ledger in which two overlap', () => {
    expect(
      said({
        ledger: {
          version: 1,
          blocks: { 'zone extranet/dept 4': '10.16.4.0/22', 'zone extranet/data 4': '10.16.5.0/24' },
          segments: {},
        },
      }),
    ).toEqual([
      'LEDGER_INVALID ledger/blocks/zone extranet/data 4 · zone extranet/data 4 has 10.16.5.0/24, which overlaps 10.16.4.0/22 of zone extranet/dept 4 · restore the line from the last revision in which it was right, or delete it where its owner moves on purpose',
    ]);
  });

  it('refuses a ledger with a block outside of its plane', () => {
    expect(said({ ledger: { version: 1, blocks: { 'zone extranet/dept 4': '10.99.4.0/22' }, segments: {} } })).toEqual([
      'LEDGER_INVALID ledger/blocks/zone extranet/dept 4 · zone extranet/dept 4 has 10.99.4.0/22, which lies outside of 10.16.0.0/16 · restore the line from the last revision in which it was right, or delete it where its owner moves on purpose',
    ]);
  });

  it('accepts one whose owner is gone', () => {
    expect(said({ ledger: { version: 1, blocks: { 'zone extranet/gone 4': '10.99.4.0/22' }, segments: {} } })).toEqual(
      [],
    );
  });

  it('refuses a ledger with a network outside of its zone', () => {
    expect(
      said({
        ledger: {
          version: 1,
          blocks: { 'zone extranet/dept 4': '10.16.4.0/22', 'network finance/budget/app 4': '10.16.9.0/28' },
          segments: {},
        },
      }),
    ).toEqual([
      'LEDGER_INVALID ledger/blocks/network finance/budget/app 4 · network finance/budget/app 4 has 10.16.9.0/28, which lies outside of 10.16.4.0/22 · restore the line from the last revision in which it was right, or delete it where its owner moves on purpose',
    ]);
  });

  it('refuses a ledger with a block of the other family', () => {
    expect(
      said({ ledger: { version: 1, blocks: { 'zone extranet/dept 4': '2001:db8:16::/56' }, segments: {} } }),
    ).toEqual([
      'LEDGER_INVALID ledger/blocks/zone extranet/dept 4 · zone extranet/dept 4 has 2001:db8:16::/56, which is an IPv6 block · restore the line from the last revision in which it was right, or delete it where its owner moves on purpose',
    ]);
  });

  it('refuses a ledger with one segment of two networks', () => {
    expect(
      said({ ledger: { version: 1, blocks: {}, segments: { 'finance/budget/app': 150, 'finance/budget/db': 150 } } }),
    ).toEqual([
      'LEDGER_INVALID ledger/segments/finance/budget/db · finance/budget/db has segment 150, which is that of finance/budget/app too · restore the line from the last revision in which it was right, or delete it where its owner moves on purpose',
    ]);
  });

  it('refuses a ledger with a segment outside of its plane', () => {
    expect(said({ ledger: { version: 1, blocks: {}, segments: { 'finance/budget/app': 250 } } })).toEqual([
      'LEDGER_INVALID ledger/segments/finance/budget/app · finance/budget/app has segment 250, which lies outside of 100-199 · restore the line from the last revision in which it was right, or delete it where its owner moves on purpose',
    ]);
  });

  it('accepts one whose network is gone', () => {
    expect(said({ ledger: { version: 1, blocks: {}, segments: { 'finance/gone/app': 250 } } })).toEqual([]);
  });

  it('refuses a ledger that gives a gateway, or what Neutron takes for itself, to a host', () => {
    const blocks = (address: string) => ({
      'zone extranet/edge 4': '10.16.4.0/26',
      'address extranet/edge bastion 4': address,
    });
    const ledger = (address: string) => ({ version: 1 as const, blocks: blocks(address), segments: {} });
    expect(said({ ledger: ledger('10.16.4.31/32') })).toEqual([]);
    for (const address of ['10.16.4.1/32', '10.16.4.32/32'])
      expect(said({ ledger: ledger(address) })).toEqual([
        `LEDGER_INVALID ledger/blocks/address extranet/edge bastion 4 · address extranet/edge bastion 4 has ${address}, which is no address for a fixed host in 10.16.4.0/26 · restore the line from the last revision in which it was right, or delete it where its owner moves on purpose`,
      ]);
  });
});
