import { said } from '../../../support/environment-builder';

describe('names', () => {
  it('refuses a department that is named like the platform', () => {
    expect(said({ tenants: { platform: { name: 'x', systems: {} } } })).toEqual([
      'NAME_TAKEN tenants/platform · name platform is also the platform · choose another one',
    ]);
  });

  it('refuses a department that is named like a plane', () => {
    expect(said({ tenants: { storage: { name: 'x', systems: {} } } })).toEqual([
      'NAME_TAKEN tenants/storage · name storage is also a plane · choose another one',
    ]);
  });

  it('accepts a department that is named like a zone', () => {
    expect(said({ tenants: { data: { name: 'x', systems: {} } } })).toEqual([]);
  });

  it('accepts no plane is called like a property of every object', () => {
    expect(said({ tenants: { constructor: { name: 'x', systems: {} } } })).toEqual([]);
  });

  it('refuses two departments whose projects have one name', () => {
    expect(
      said({
        planes: {
          internet: undefined,
          'x-extranet': {
            role: 'internet',
            physnet: 'physnet-internet',
            segments: '200-299',
            blocks: ['10.17.0.0/16'],
          },
        },
        zones: {
          internet: undefined,
          'x-extranet': { edge: { kind: 'I-EDGE', prefix: 26 }, app: { kind: 'I-APP', prefix: 26 } },
        },
        pools: { 'internet-x86': { plane: 'x-extranet' } },
        gap: undefined,
        tenants: {
          finance: undefined,
          a: {
            name: 'x',
            systems: {
              s: { name: 'x', mlps: 2, tiers: { t: { plane: 'x-extranet', zone: 'app', servers: 1, flavor: 'c4m8' } } },
            },
          },
          'a-x': {
            name: 'x',
            systems: {
              s: { name: 'x', mlps: 2, tiers: { t: { plane: 'extranet', zone: 'dept', servers: 1, flavor: 'c4m8' } } },
            },
          },
        },
      }),
    ).toEqual(['NAME_TAKEN tenants/a-x · name a-x-extranet is also that of a in x-extranet · choose another one']);
  });

  it('refuses a zone that is named like a relay', () => {
    expect(said({ zones: { extranet: { bastion: { kind: 'E-EXCH', prefix: 28 } } } })).toEqual([
      'NAME_TAKEN zones/extranet/bastion · name extranet/bastion is also that of the bastion relay of plane extranet · choose another one',
    ]);
  });

  it('accepts a tenant zone that is named like a relay', () => {
    expect(said({ zones: { extranet: { bastion: { kind: 'E-VPN', prefix: 26 } } } })).toEqual([]);
  });

  it('refuses a gap device that is named like a plane', () => {
    expect(
      said({
        gap: { devices: { extranet: { outer: 'internet/exchange', inner: 'extranet/exchange' } } },
        zones: { extranet: { inner: { kind: 'E-EXCH', prefix: 28 } } },
      }),
    ).toEqual([
      'NAME_TAKEN zones/extranet/inner · name extranet/inner is also that of the inner side of a gap device · choose another one',
    ]);
  });
});
