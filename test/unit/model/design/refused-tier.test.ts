import { said } from '../../../support/environment-builder';

describe('the place of a tier', () => {
  it('refuses a system above the level of the cloud', () => {
    expect(
      said({ tenants: { health: { systems: { archive: { mlps: 4 } } } }, pools: { 'extranet-arm': { mlps: 4 } } }),
    ).toEqual([
      'LEVEL_TOO_HIGH tenants/health/systems/archive/mlps · health/archive is of level 4, the cloud of level 3 · lower the level of the one, or raise that of the other',
      'LEVEL_TOO_HIGH tenants/health/systems/archive/tiers/app/zone · health/archive/app is of level 4, zone extranet/dept of level 3 · lower the level of the one, or raise that of the other',
      'LEVEL_TOO_HIGH tenants/health/systems/archive/tiers/db/zone · health/archive/db is of level 4, zone extranet/data of level 3 · lower the level of the one, or raise that of the other',
    ]);
  });

  it('refuses a system above the level of its zone', () => {
    expect(said({ zones: { extranet: { dept: { mlps: 2 } } } })).toEqual([
      'LEVEL_TOO_HIGH tenants/finance/systems/budget/tiers/app/zone · finance/budget/app is of level 3, zone extranet/dept of level 2 · lower the level of the one, or raise that of the other',
    ]);
  });

  it('accepts a system of the level of its zone', () => {
    expect(said({ zones: { extranet: { data: { mlps: 3 } } } })).toEqual([]);
  });

  it('refuses a zone above the level of the cloud', () => {
    expect(said({ zones: { extranet: { vpn: { mlps: 4 } } } })).toEqual([
      'LEVEL_TOO_HIGH zones/extranet/vpn · zone extranet/vpn is of level 4, the cloud of level 3 · lower the level of the one, or raise that of the other',
    ]);
  });

  it('refuses a system above the level of the pool that it names', () => {
    expect(
      said({
        pools: {
          old: { plane: 'extranet', arch: 'x86_64', mlps: 2, hosts: 4, perHost: { vcpus: 64, memoryGiB: 256 } },
        },
        tenants: { finance: { systems: { budget: { tiers: { db: { pool: 'old' } } } } } },
      }),
    ).toEqual([
      'LEVEL_TOO_HIGH tenants/finance/systems/budget/tiers/db/pool · finance/budget/db is of level 3, pool old of level 2 · lower the level of the one, or raise that of the other',
    ]);
  });

  it('accepts a system of level 2 on a pool of level 2', () => {
    expect(
      said({
        pools: {
          old: { plane: 'extranet', arch: 'x86_64', mlps: 2, hosts: 4, perHost: { vcpus: 64, memoryGiB: 256 } },
        },
        tenants: { health: { systems: { archive: { tiers: { db: { pool: 'old' } } } } } },
      }),
    ).toEqual([]);
  });

  it('refuses a system for which no pool of its plane is good enough', () => {
    expect(said({ pools: { 'internet-x86': { mlps: 2 } } })).toEqual([
      'TIER_POOL tenants/finance/systems/budget/tiers/web · no pool of plane internet takes finance/budget/web of level 3 · name a pool of internet whose `mlps` is 3 or more',
    ]);
  });

  it('refuses a pool of another plane', () => {
    expect(
      said({ tenants: { health: { systems: { archive: { tiers: { db: { pool: 'internet-x86' } } } } } } }),
    ).toEqual([
      'TIER_POOL tenants/health/systems/archive/tiers/db/pool · no pool of plane extranet takes health/archive/db of level 2 · name a pool of extranet whose `mlps` is 2 or more',
    ]);
  });

  it('refuses a pool that there is not', () => {
    expect(
      said({ tenants: { health: { systems: { archive: { tiers: { db: { pool: 'extranet-amr' } } } } } } }),
    ).toEqual([
      'REFERENCE_UNKNOWN tenants/health/systems/archive/tiers/db/pool · there is no pool extranet-amr · use one of: extranet-arm, internet-x86',
    ]);
  });

  it('refuses a tier in a plane that there is not', () => {
    expect(said({ tenants: { health: { systems: { archive: { tiers: { db: { plane: 'intranet' } } } } } } })).toEqual([
      'REFERENCE_UNKNOWN tenants/health/systems/archive/tiers/db/plane · there is no plane intranet · use one of: extranet, internet, management, storage',
    ]);
  });

  it('refuses a tier in a zone that its plane has not', () => {
    expect(said({ tenants: { health: { systems: { archive: { tiers: { db: { zone: 'dmz' } } } } } } })).toEqual([
      'REFERENCE_UNKNOWN tenants/health/systems/archive/tiers/db/zone · there is no zone of plane extranet dmz · use one of: data, dept, edge, exchange, public, share, test, vpn',
    ]);
  });

  it('refuses a tier of a flavor that there is not', () => {
    expect(said({ tenants: { health: { systems: { archive: { tiers: { db: { flavor: 'c9m9' } } } } } } })).toEqual([
      'REFERENCE_UNKNOWN tenants/health/systems/archive/tiers/db/flavor · there is no flavor c9m9 · use one of: c4m8, c8m32',
    ]);
  });

  it('refuses a volume of a class that there is not', () => {
    expect(
      said({
        tenants: {
          health: { systems: { archive: { tiers: { db: { volumes: { data: { sizeGiB: 10, class: 'tape' } } } } } } },
        },
      }),
    ).toEqual([
      'REFERENCE_UNKNOWN tenants/health/systems/archive/tiers/db/volumes/data/class · there is no volume class tape · use one of: encrypted-ssd',
    ]);
  });

  it('refuses a tier in a zone of the platform', () => {
    expect(said({ tenants: { health: { systems: { archive: { tiers: { db: { zone: 'edge' } } } } } } })).toEqual([
      'FLOW_FORBIDDEN tenants/health/systems/archive/flows/app-to-db · health/archive/app may not reach health/archive/db: default deny, no row of the flow matrix joins these zones · route the exchange over zones that a row joins',
      'TIER_ZONE tenants/health/systems/archive/tiers/db/zone · health/archive/db is in edge, a zone of the platform (E-EDGE) · use app or data of the internet plane, or public, dept, vpn, data or share of the extranet',
    ]);
  });

  it('refuses a test system beside production', () => {
    expect(said({ tenants: { health: { systems: { archive: { stage: 'test' } } } } })).toEqual([
      'STAGE_ZONE tenants/health/systems/archive/tiers/app/zone · health/archive/app is of stage test and lies in a zone of kind E-DEPT · put test and dev systems, and only them, into a zone of kind T-TEST',
      'STAGE_ZONE tenants/health/systems/archive/tiers/db/zone · health/archive/db is of stage test and lies in a zone of kind E-DATA · put test and dev systems, and only them, into a zone of kind T-TEST',
    ]);
  });

  it('accepts a test system in a test zone', () => {
    expect(
      said({
        tenants: {
          health: { systems: { archive: { stage: 'dev', tiers: { app: { zone: 'test' }, db: { zone: 'test' } } } } },
        },
      }),
    ).toEqual([]);
  });

  it('refuses a production system in a test zone', () => {
    expect(said({ tenants: { health: { systems: { archive: { tiers: { db: { zone: 'test' } } } } } } })).toEqual([
      'FLOW_FORBIDDEN tenants/health/systems/archive/flows/app-to-db · health/archive/app may not reach health/archive/db: F23, test never meets production, either way · follow F23, or ask for a waiver with an approval and an end',
      'STAGE_ZONE tenants/health/systems/archive/tiers/db/zone · health/archive/db is of stage prod and lies in a zone of kind T-TEST · put test and dev systems, and only them, into a zone of kind T-TEST',
    ]);
  });

  it('refuses a tier at another site', () => {
    expect(
      said({
        sites: { far: { role: 'remote', adcode: '421300', region: 'far', zones: ['az1'] } },
        planes: {
          second: {
            role: 'extranet',
            site: 'far',
            physnet: 'physnet-2',
            segments: '400-409',
            blocks: ['10.20.0.0/20'],
          },
        },
        zones: { second: { edge: { kind: 'E-EDGE', prefix: 26 }, dept: { kind: 'E-DEPT', prefix: 24 } } },
        pools: { far: { plane: 'second', arch: 'aarch64', mlps: 3, hosts: 2, perHost: { vcpus: 64, memoryGiB: 256 } } },
        tenants: {
          health: { systems: { archive: { tiers: { app: { plane: 'second' } }, flows: { 'app-to-db': undefined } } } },
        },
      }),
    ).toEqual([
      'TIER_SITE tenants/health/systems/archive/tiers/app/plane · health/archive/app is in plane second at site far · choose a plane of the primary site',
    ]);
  });

  it('refuses more servers than half of the network', () => {
    expect(
      said({
        pools: { 'extranet-arm': { hosts: 9 } },
        tenants: { finance: { systems: { budget: { tiers: { app: { prefix: 28, servers: 7 } } } } } },
      }),
    ).toEqual([
      'TIER_SIZE tenants/finance/systems/budget/tiers/app · finance/budget/app has 7 servers, a /28 holds 6 · leave `prefix` out, or choose a shorter one',
    ]);
  });

  it('accepts as many servers as half of the network takes', () => {
    expect(
      said({
        pools: { 'extranet-arm': { hosts: 9 } },
        tenants: { finance: { systems: { budget: { tiers: { app: { prefix: 28, servers: 6 } } } } } },
      }),
    ).toEqual([]);
  });
});
