import { said } from '../../../support/environment-builder';

describe('addresses that overlap', () => {
  it('refuses a given zone outside of its plane', () => {
    expect(said({ zones: { extranet: { dept: { block: '10.99.0.0/22' } } } })).toEqual([
      'BLOCK_OUTSIDE zones/extranet/dept/block · 10.99.0.0/22 lies outside of plane extranet (10.16.0.0/16, 2001:db8:16::/48) · choose a block inside, or leave it to be allocated',
    ]);
  });

  it('accepts a given zone inside', () => {
    expect(said({ zones: { extranet: { dept: { block: '10.16.252.0/22' } } } })).toEqual([]);
  });

  it('refuses a given zone larger than its plane', () => {
    expect(
      said({
        planes: { extranet: { blocks: ['10.16.0.0/20', '10.16.16.0/20', '2001:db8:16::/48'] } },
        zones: { extranet: { dept: { block: '10.16.0.0/19' } } },
      }),
    ).toEqual([
      'BLOCK_OUTSIDE zones/extranet/dept/block · 10.16.0.0/19 lies outside of plane extranet (10.16.0.0/20, 10.16.16.0/20, 2001:db8:16::/48) · choose a block inside, or leave it to be allocated',
    ]);
  });

  it('refuses two given zones that overlap', () => {
    expect(said({ zones: { extranet: { dept: { block: '10.16.4.0/22' }, data: { block: '10.16.6.0/24' } } } })).toEqual(
      [
        'NET_OVERLAP zones/extranet/data/block · 10.16.6.0/24 overlaps 10.16.4.0/22 of zone extranet/dept · move one of the two blocks',
      ],
    );
  });

  it('accepts two given zones side by side', () => {
    expect(said({ zones: { extranet: { dept: { block: '10.16.4.0/22' }, data: { block: '10.16.8.0/24' } } } })).toEqual(
      [],
    );
  });

  it('refuses a given zone on the place that the ledger keeps for another', () => {
    expect(
      said({
        zones: { extranet: { dept: { block: '10.16.4.0/22' } } },
        ledger: { version: 1, blocks: { 'zone extranet/data 4': '10.16.5.0/24' }, segments: {} },
      }),
    ).toEqual([
      'NET_OVERLAP zones/extranet/data · 10.16.5.0/24 of zone extranet/data overlaps 10.16.4.0/22 of zone extranet/dept · move one of the two blocks',
    ]);
  });

  it('accepts a given zone on the place that the ledger keeps for it', () => {
    expect(
      said({
        zones: { extranet: { dept: { block: '10.16.4.0/22' } } },
        ledger: { version: 1, blocks: { 'zone extranet/dept 4': '10.16.4.0/22' }, segments: {} },
      }),
    ).toEqual([]);
  });

  it('refuses two planes that overlap', () => {
    expect(said({ planes: { internet: { blocks: ['10.16.128.0/17', '2001:db8:17::/48'] } } })).toEqual([
      'NET_OVERLAP planes/internet/blocks/0 · 10.16.128.0/17 of plane internet overlaps 10.16.0.0/16 of plane extranet · move one of the two blocks',
    ]);
  });

  it('accepts two planes side by side', () => {
    expect(said({ planes: { internet: { blocks: ['10.15.0.0/16', '2001:db8:17::/48'] } } })).toEqual([]);
  });

  it('refuses two planes that overlap in IPv6', () => {
    expect(said({ planes: { internet: { blocks: ['10.17.0.0/16', '2001:db8:16:8000::/49'] } } })).toEqual([
      'NET_OVERLAP planes/internet/blocks/1 · 2001:db8:16:8000::/49 of plane internet overlaps 2001:db8:16::/48 of plane extranet · move one of the two blocks',
    ]);
  });

  it('refuses two blocks of one plane that overlap', () => {
    expect(said({ planes: { storage: { blocks: ['10.19.0.0/20', '10.19.8.0/21'] } } })).toEqual([
      'NET_OVERLAP planes/storage/blocks/1 · 10.19.8.0/21 of plane storage overlaps 10.19.0.0/20 of plane storage · move one of the two blocks',
    ]);
  });

  it('refuses planes of two sites that overlap', () => {
    expect(
      said({
        sites: { far: { role: 'remote', adcode: '421300', region: 'far', zones: ['az1'] } },
        planes: { replication: { site: 'far', physnet: 'physnet-r', segments: '400-409', blocks: ['10.19.0.0/24'] } },
      }),
    ).toEqual([
      'NET_OVERLAP planes/replication/blocks/0 · 10.19.0.0/24 of plane replication overlaps 10.19.0.0/20 of plane storage · move one of the two blocks',
    ]);
  });

  it('refuses reachable addresses inside a plane', () => {
    expect(said({ planes: { internet: { reachable: ['10.16.9.0/26'] } } })).toEqual([
      'NET_OVERLAP planes/internet/reachable/0 · 10.16.9.0/26 of plane internet overlaps 10.16.0.0/16 of plane extranet · move one of the two blocks',
    ]);
  });

  it('accepts reachable addresses beside those of another plane', () => {
    expect(said({ planes: { internet: { reachable: ['59.192.0.64/26'] } } })).toEqual([]);
  });

  it('refuses two planes that are reachable at one block', () => {
    expect(said({ planes: { internet: { reachable: ['59.192.0.0/26'] } } })).toEqual([
      'NET_OVERLAP planes/internet/reachable/0 · 59.192.0.0/26 of plane internet overlaps 59.192.0.0/26 of plane extranet · move one of the two blocks',
    ]);
  });
});
