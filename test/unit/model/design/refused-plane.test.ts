import { said } from '../../../support/environment-builder';

describe('planes', () => {
  it('refuses a plane whose key is no role and that states none', () => {
    expect(
      said({ planes: { backbone: { physnet: 'physnet-b', segments: '400-409', blocks: ['10.20.0.0/20'] } } }),
    ).toEqual([
      'PLANE_ROLE planes/backbone · plane backbone has no role · add `role:` with one of: extranet, internet, management, storage, replication',
    ]);
  });

  it('accepts a plane whose key is no role but that states one', () => {
    expect(
      said({
        planes: {
          copies: { role: 'replication', physnet: 'physnet-c', segments: '400-409', blocks: ['10.20.0.0/20'] },
        },
      }),
    ).toEqual([]);
  });

  it('refuses a second extranet plane at one site', () => {
    expect(
      said({
        planes: { second: { role: 'extranet', physnet: 'physnet-2', segments: '400-409', blocks: ['10.20.0.0/20'] } },
        zones: { second: { edge: { kind: 'E-EDGE', prefix: 26 } } },
      }),
    ).toEqual([
      'PLANE_ROLE_TWICE planes/second · a second extranet plane at main, beside extranet · merge the two, or give one another site',
    ]);
  });

  it('accepts a second extranet plane at another site', () => {
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
        zones: { second: { edge: { kind: 'E-EDGE', prefix: 26 } } },
      }),
    ).toEqual([]);
  });

  it('refuses a cloud of level 3 without a management plane', () => {
    expect(said({ planes: { management: undefined }, zones: { management: undefined } })).toEqual([
      'PLANE_MISSING planes · a cloud of level 3 has no management plane · add `management:` to planes.yaml with its own physnet, segments and blocks',
    ]);
  });

  it('accepts a cloud of level 2 without one', () => {
    expect(
      said({
        mlps: 2,
        planes: { management: undefined },
        zones: { management: undefined },
        tenants: { finance: { systems: { budget: { mlps: 2 } } } },
      }),
    ).toEqual([]);
  });

  it('refuses a cloud of level 3 without a storage plane', () => {
    expect(said({ planes: { storage: undefined }, zones: { storage: undefined } })).toEqual([
      'PLANE_MISSING planes · a cloud of level 3 has no storage plane · add `storage:` to planes.yaml with its own physnet, segments and blocks',
    ]);
  });

  it('refuses two planes on one physical network', () => {
    expect(said({ planes: { internet: { physnet: 'physnet-extranet' } } })).toEqual([
      'PLANES_SHARE planes/internet/physnet · physical network physnet-extranet is also used by plane extranet · give each plane its own',
    ]);
  });

  it('accepts two names that differ in case only', () => {
    expect(said({ planes: { internet: { physnet: 'Physnet-extranet' } } })).toEqual([]);
  });

  it('refuses two planes that share segments', () => {
    expect(said({ planes: { internet: { segments: '199-299' } } })).toEqual([
      'PLANES_SHARE planes/internet/segments · segment 199 is also used by plane extranet · give each plane its own',
    ]);
  });

  it('accepts ranges that touch', () => {
    expect(said({ planes: { internet: { segments: '200-250' } } })).toEqual([]);
  });

  it('refuses several shared segments as a range', () => {
    expect(said({ planes: { internet: { segments: '150-299' } } })).toEqual([
      'PLANES_SHARE planes/internet/segments · segment 150-199 is also used by plane extranet · give each plane its own',
    ]);
  });

  it('refuses a VLAN beyond 4094', () => {
    expect(said({ planes: { internet: { segments: '4000-4095' } } })).toEqual([
      'VLAN_RANGE planes/internet/segments · the segments end at 4095, VLANs end at 4094 · stay below 4095, or use `segmentation: geneve`',
    ]);
  });

  it('accepts the last VLAN', () => {
    expect(said({ planes: { internet: { segments: '4000-4094' } } })).toEqual([]);
  });

  it('accepts an overlay has more segments', () => {
    expect(said({ planes: { internet: { segmentation: 'geneve', segments: '4000-9999' } } })).toEqual([]);
  });
});
