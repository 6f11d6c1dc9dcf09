import { said } from '../../../support/environment-builder';

describe('zones', () => {
  it('refuses a zone of a kind of another plane', () => {
    expect(said({ zones: { internet: { records: { kind: 'E-DATA', prefix: 26 } } } })).toEqual([
      'ZONE_PLANE zones/internet/records · zones of kind E-DATA lie in a plane of role extranet, not internet · move the zone to that plane, or choose another kind',
    ]);
  });

  it('accepts a test zone in either business plane', () => {
    expect(said({ zones: { internet: { test: { kind: 'T-TEST', prefix: 26 } } } })).toEqual([]);
  });

  it('refuses a test zone in a plane that has no departments', () => {
    expect(said({ zones: { storage: { test: { kind: 'T-TEST', prefix: 26 } } } })).toEqual([
      'ZONE_PLANE zones/storage/test · zones of kind T-TEST lie in a plane of role extranet or internet, not storage · move the zone to that plane, or choose another kind',
    ]);
  });

  it('refuses a business plane without an edge', () => {
    expect(said({ zones: { internet: { edge: undefined } } })).toEqual([
      'ZONE_MISSING zones/internet · plane internet has 0 zones of kind I-EDGE, exactly one is needed · declare one zone with `kind: I-EDGE`',
    ]);
  });

  it('refuses a business plane with two edges', () => {
    expect(said({ zones: { extranet: { 'edge-two': { kind: 'E-EDGE', prefix: 26 } } } })).toEqual([
      'ZONE_MISSING zones/extranet · plane extranet has 2 zones of kind E-EDGE, exactly one is needed · declare one zone with `kind: E-EDGE`',
    ]);
  });

  it('refuses zones of a plane that there is not', () => {
    expect(said({ zones: { replication: { dr: { kind: 'X-DR', prefix: 24 } } } })).toEqual([
      'REFERENCE_UNKNOWN zones/replication · there is no plane replication · use one of: extranet, internet, management, storage',
    ]);
  });

  it('refuses a management plane without operations and security zones', () => {
    expect(said({ zones: { management: { ops: undefined, security: undefined } } })).toEqual([
      'ZONE_MISSING zones/management · plane management has 0 zones of kind M-OPS, exactly one is needed · declare one zone with `kind: M-OPS`',
      'ZONE_MISSING zones/management · plane management has 0 zones of kind M-SEC, exactly one is needed · declare one zone with `kind: M-SEC`',
    ]);
  });

  it('accepts a management plane without control and supervision', () => {
    expect(said({ zones: { management: { control: undefined, supervision: undefined } } })).toEqual([]);
  });
});
