import { said } from '../../../support/environment-builder';

describe('room for addresses and segments', () => {
  it('refuses a plane too small for its zones', () => {
    expect(said({ planes: { management: { blocks: ['10.18.0.0/26', '2001:db8:18::/48'] } } })).toEqual([
      'SPACE_FULL zones/management/control · plane management (10.18.0.0/26) has no room for a /26 for management/control · enlarge plane management (10.18.0.0/26), or ask for less',
      'SPACE_FULL zones/management/ops · plane management (10.18.0.0/26) has no room for a /26 for management/ops · enlarge plane management (10.18.0.0/26), or ask for less',
      'SPACE_FULL zones/management/supervision · plane management (10.18.0.0/26) has no room for a /28 for management/supervision · enlarge plane management (10.18.0.0/26), or ask for less',
    ]);
  });

  it('accepts a plane of just their sizes', () => {
    expect(said({ planes: { management: { blocks: ['10.18.0.0/24', '2001:db8:18::/48'] } } })).toEqual([]);
  });

  it('refuses a zone too small for its networks', () => {
    expect(said({ zones: { extranet: { data: { prefix: 28 } } } })).toEqual([
      'SPACE_FULL tenants/health/systems/archive/tiers/db · zone extranet/data (10.16.69.80/28) has no room for a /28 for health/archive/db · enlarge zone extranet/data (10.16.69.80/28), or ask for less',
    ]);
  });

  it('accepts a zone of just their sizes', () => {
    expect(said({ zones: { extranet: { data: { prefix: 27 } } } })).toEqual([]);
  });

  it('refuses a plane of too few segments', () => {
    expect(
      said({
        planes: { storage: { segments: '310-310' } },
        zones: { storage: { second: { kind: 'X-BACKUP', prefix: 26 } } },
      }),
    ).toEqual([
      'SPACE_FULL zones/storage/backup · the range of segments 310-310 of plane storage has no room for a segment for storage/backup · enlarge the range of segments 310-310 of plane storage, or ask for less',
    ]);
  });

  it('accepts a plane of just as many segments as networks', () => {
    expect(
      said({
        planes: { storage: { segments: '310-311' } },
        zones: { storage: { second: { kind: 'X-BACKUP', prefix: 26 } } },
      }),
    ).toEqual([]);
  });

  it('refuses an edge too small for its routers', () => {
    expect(said({ zones: { extranet: { edge: { prefix: 28 } } } })).toEqual([
      'SPACE_FULL zones/extranet/edge · network extranet/edge (10.16.130.96/28) has no room for an address for bastion · enlarge network extranet/edge (10.16.130.96/28), or ask for less',
    ]);
  });

  it('refuses an entry where nothing is reachable', () => {
    expect(said({ planes: { internet: { reachable: [] } } })).toEqual([
      'SPACE_FULL tenants/finance/systems/budget/tiers/web/entry · `reachable` of plane internet (none) has no room for an address for finance/budget/web · enlarge `reachable` of plane internet (none), or ask for less',
    ]);
  });

  it('refuses more entries than reachable addresses', () => {
    expect(said({ planes: { internet: { reachable: ['192.0.2.0/31'] } } })).toEqual([
      'SPACE_FULL tenants/finance/systems/budget/tiers/web/entry · `reachable` of plane internet (192.0.2.0/31) has no room for an address for finance/budget/web · enlarge `reachable` of plane internet (192.0.2.0/31), or ask for less',
    ]);
  });

  it('accepts as many entries as reachable addresses', () => {
    expect(said({ planes: { internet: { reachable: ['192.0.2.0/30'] } } })).toEqual([]);
  });
});
