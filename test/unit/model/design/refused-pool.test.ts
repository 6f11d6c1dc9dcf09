import { said } from '../../../support/environment-builder';

describe('compute pools', () => {
  it('refuses a pool of too few processors', () => {
    expect(said({ pools: { 'extranet-arm': { hosts: 2, perHost: { vcpus: 13 } } } })).toEqual([
      'POOL_FULL pools/extranet-arm · extranet-arm has 26 virtual processors, its tiers want 28 · add hosts, choose smaller flavors, or another pool',
    ]);
  });

  it('accepts a pool of just enough processors', () => {
    expect(said({ pools: { 'extranet-arm': { hosts: 2, perHost: { vcpus: 14 } } } })).toEqual([]);
  });

  it('refuses a pool of too little memory', () => {
    expect(said({ pools: { 'extranet-arm': { hosts: 2, perHost: { memoryGiB: 43 } } } })).toEqual([
      'POOL_FULL pools/extranet-arm · extranet-arm has 86 GiB of memory, its tiers want 88 · add hosts, choose smaller flavors, or another pool',
    ]);
  });

  it('accepts a pool of just enough memory', () => {
    expect(said({ pools: { 'extranet-arm': { hosts: 2, perHost: { memoryGiB: 44 } } } })).toEqual([]);
  });

  it('accepts processors are overcommitted', () => {
    expect(
      said({ pools: { 'extranet-arm': { hosts: 2, perHost: { vcpus: 8 }, overcommit: { vcpus: 2, memory: 1 } } } }),
    ).toEqual([]);
  });

  it('refuses a server larger than a host', () => {
    expect(said({ pools: { 'extranet-arm': { hosts: 40, perHost: { vcpus: 7 } } } })).toEqual([
      'HOST_SMALL tenants/finance/systems/budget/tiers/db · a server of finance/budget/db has 8 processors and 32 GiB, a host of extranet-arm 7 and 256 · choose a smaller flavor, or a pool of larger hosts',
      'HOST_SMALL tenants/health/systems/archive/tiers/db · a server of health/archive/db has 8 processors and 32 GiB, a host of extranet-arm 7 and 256 · choose a smaller flavor, or a pool of larger hosts',
    ]);
  });

  it('accepts a server as large as a host', () => {
    expect(said({ pools: { 'extranet-arm': { hosts: 40, perHost: { vcpus: 8, memoryGiB: 32 } } } })).toEqual([]);
  });

  it('refuses more servers of a tier than hosts', () => {
    expect(said({ tenants: { finance: { systems: { budget: { tiers: { app: { servers: 5 } } } } } } })).toEqual([
      'POOL_HOSTS tenants/finance/systems/budget/tiers/app · finance/budget/app has 5 servers, pool extranet-arm has 4 hosts · add hosts, or ask for fewer servers',
    ]);
  });

  it('accepts as many servers as hosts', () => {
    expect(said({ tenants: { finance: { systems: { budget: { tiers: { app: { servers: 4 } } } } } } })).toEqual([]);
  });

  it('refuses a pool in a plane that there is not', () => {
    expect(
      said({
        pools: { lost: { plane: 'intranet', arch: 'x86_64', mlps: 2, hosts: 1, perHost: { vcpus: 8, memoryGiB: 8 } } },
      }),
    ).toEqual([
      'REFERENCE_UNKNOWN pools/lost/plane · there is no plane intranet · use one of: extranet, internet, management, storage',
    ]);
  });

  it('refuses a pool in an availability zone that its site has not', () => {
    expect(said({ pools: { 'extranet-arm': { zones: ['az1', 'az2'] } } })).toEqual([
      'REFERENCE_UNKNOWN pools/extranet-arm/zones · there is no availability zone of site main az2 · use one of: az1',
    ]);
  });
});
