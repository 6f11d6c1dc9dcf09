import { said } from '../../../support/environment-builder';

describe('quotas of departments', () => {
  it('refuses a quota class that there is not', () => {
    expect(said({ tenants: { health: { quota: 'huge' } } })).toEqual([
      'REFERENCE_UNKNOWN tenants/health/quota · there is no quota class huge · use one of: standard',
    ]);
  });

  it('refuses a quota of 1 instances', () => {
    expect(said({ tenants: { health: { quotas: { instances: 1 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/health · health-extranet needs 2 instances, its quota is 1 · choose a larger class, or `quotas: { instances: 2 }`',
    ]);
  });

  it('accepts a quota of 2 instances', () => {
    expect(said({ tenants: { health: { quotas: { instances: 2 } } } })).toEqual([]);
  });

  it('refuses a quota of 11 cores', () => {
    expect(said({ tenants: { health: { quotas: { cores: 11 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/health · health-extranet needs 12 cores, its quota is 11 · choose a larger class, or `quotas: { cores: 12 }`',
    ]);
  });

  it('accepts a quota of 12 cores', () => {
    expect(said({ tenants: { health: { quotas: { cores: 12 } } } })).toEqual([]);
  });

  it('refuses a quota of 39 ramGiB', () => {
    expect(said({ tenants: { health: { quotas: { ramGiB: 39 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/health · health-extranet needs 40 ramGiB, its quota is 39 · choose a larger class, or `quotas: { ramGiB: 40 }`',
    ]);
  });

  it('accepts a quota of 40 ramGiB', () => {
    expect(said({ tenants: { health: { quotas: { ramGiB: 40 } } } })).toEqual([]);
  });

  it('refuses a quota of 1 networks', () => {
    expect(said({ tenants: { health: { quotas: { networks: 1 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/health · health-extranet needs 2 networks, its quota is 1 · choose a larger class, or `quotas: { networks: 2 }`',
    ]);
  });

  it('accepts a quota of 2 networks', () => {
    expect(said({ tenants: { health: { quotas: { networks: 2 } } } })).toEqual([]);
  });

  it('refuses a quota of 3 subnets', () => {
    expect(said({ tenants: { health: { quotas: { subnets: 3 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/health · health-extranet needs 4 subnets, its quota is 3 · choose a larger class, or `quotas: { subnets: 4 }`',
    ]);
  });

  it('accepts a quota of 4 subnets', () => {
    expect(said({ tenants: { health: { quotas: { subnets: 4 } } } })).toEqual([]);
  });

  it('refuses a quota of 0 routers', () => {
    expect(said({ tenants: { health: { quotas: { routers: 0 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/health · health-extranet needs 1 routers, its quota is 0 · choose a larger class, or `quotas: { routers: 1 }`',
    ]);
  });

  it('accepts a quota of 1 routers', () => {
    expect(said({ tenants: { health: { quotas: { routers: 1 } } } })).toEqual([]);
  });

  it('refuses a quota of 3 securityGroups', () => {
    expect(said({ tenants: { health: { quotas: { securityGroups: 3 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/health · health-extranet needs 4 securityGroups, its quota is 3 · choose a larger class, or `quotas: { securityGroups: 4 }`',
    ]);
  });

  it('accepts a quota of 4 securityGroups', () => {
    expect(said({ tenants: { health: { quotas: { securityGroups: 4 } } } })).toEqual([]);
  });

  it('refuses a quota of 0 loadBalancers', () => {
    expect(said({ tenants: { finance: { quotas: { loadBalancers: 0 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/finance · finance-extranet needs 1 loadBalancers, its quota is 0 · choose a larger class, or `quotas: { loadBalancers: 1 }`',
    ]);
  });

  it('accepts a quota of 1 loadBalancers', () => {
    expect(said({ tenants: { finance: { quotas: { loadBalancers: 1 } } } })).toEqual([]);
  });

  it('refuses a quota of 0 floatingIps', () => {
    expect(said({ tenants: { finance: { quotas: { floatingIps: 0 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/finance · finance-extranet needs 1 floatingIps, its quota is 0 · choose a larger class, or `quotas: { floatingIps: 1 }`',
    ]);
  });

  it('accepts a quota of 1 floatingIps', () => {
    expect(said({ tenants: { finance: { quotas: { floatingIps: 1 } } } })).toEqual([]);
  });

  it('refuses a quota of 0 volumes', () => {
    expect(said({ tenants: { finance: { quotas: { volumes: 0 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/finance · finance-extranet needs 1 volumes, its quota is 0 · choose a larger class, or `quotas: { volumes: 1 }`',
    ]);
  });

  it('accepts a quota of 1 volumes', () => {
    expect(said({ tenants: { finance: { quotas: { volumes: 1 } } } })).toEqual([]);
  });

  it('refuses a quota of 199 gigabytes', () => {
    expect(said({ tenants: { finance: { quotas: { gigabytes: 199 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/finance · finance-extranet needs 200 gigabytes, its quota is 199 · choose a larger class, or `quotas: { gigabytes: 200 }`',
    ]);
  });

  it('accepts a quota of 200 gigabytes', () => {
    expect(said({ tenants: { finance: { quotas: { gigabytes: 200 } } } })).toEqual([]);
  });

  it('refuses a quota of too few ports', () => {
    expect(said({ tenants: { health: { quotas: { ports: 7 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/health · health-extranet needs 8 ports, its quota is 7 · choose a larger class, or `quotas: { ports: 8 }`',
    ]);
  });

  it('accepts a quota of just enough ports', () => {
    expect(said({ tenants: { health: { quotas: { ports: 8 } } } })).toEqual([]);
  });

  it('refuses a quota of too few rules', () => {
    expect(said({ tenants: { health: { quotas: { securityGroupRules: 25 } } } })).toEqual([
      'QUOTA_TOO_SMALL tenants/health · health-extranet needs 26 securityGroupRules, its quota is 25 · choose a larger class, or `quotas: { securityGroupRules: 26 }`',
    ]);
  });

  it('accepts a quota of just enough rules', () => {
    expect(said({ tenants: { health: { quotas: { securityGroupRules: 26 } } } })).toEqual([]);
  });

  it('refuses more servers behind load balancers than their quota has members', () => {
    const pools = { 'extranet-arm': { hosts: 21 } };
    const tiers = (servers: number) => ({
      finance: { quotas: { loadBalancers: 1 }, systems: { budget: { tiers: { app: { servers } } } } },
    });
    expect(said({ pools, tenants: tiers(20) })).toEqual([]);
    expect(said({ pools, tenants: tiers(21) })).toEqual([
      'QUOTA_TOO_SMALL tenants/finance · finance-extranet needs 2 loadBalancers, its quota is 1 · choose a larger class, or `quotas: { loadBalancers: 2 }`',
    ]);
  });
});
