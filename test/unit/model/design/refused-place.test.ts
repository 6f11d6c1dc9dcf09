import { said } from '../../../support/environment-builder';

describe('divisions and sites', () => {
  it('refuses an adcode whose first digits name no province', () => {
    expect(said({ adcode: '991300' })).toEqual([
      'ADCODE_UNKNOWN adcode · 991300 is no code of GB/T 2260: its first two digits name no province · write the six digits of the division, such as "450222"',
    ]);
  });

  it('accepts the code of another province', () => {
    expect(said({ adcode: '130100' })).toEqual([]);
  });

  it('refuses a site whose adcode names no province', () => {
    expect(said({ sites: { main: { adcode: '000000' } } })).toEqual([
      'ADCODE_UNKNOWN sites/main/adcode · 000000 is no code of GB/T 2260: its first two digits name no province · write the six digits of the division, such as "450222"',
    ]);
  });

  it('accepts a site in another province', () => {
    expect(said({ sites: { main: { adcode: '110105' } } })).toEqual([]);
  });

  it('refuses a code of another level than the profile', () => {
    expect(said({ adcode: '420000' })).toEqual([
      'ADCODE_LEVEL profile · 420000 is a province, the profile is for a city · use `profile: province`, or correct the code',
    ]);
  });

  it('refuses a county under the code of a development zone, and a development zone under the code of a county', () => {
    expect(said({ adcode: '421371', profile: 'county' })).toEqual([
      'ADCODE_LEVEL profile · 421371 is a development zone, the profile is for a county · use `profile: development-zone`, or correct the code',
    ]);
    expect(said({ adcode: '421321', profile: 'development-zone' })).toEqual([
      'ADCODE_LEVEL profile · 421321 is a county, the profile is for a development zone · use `profile: county`, or correct the code',
    ]);
    expect(said({ adcode: '421371', profile: 'development-zone' })).toEqual([]);
  });

  it('accepts a code and a profile of one level', () => {
    expect(said({ adcode: '420000', profile: 'province' })).toEqual([]);
  });

  it('refuses no primary site', () => {
    expect(
      said({
        sites: { main: { role: 'remote' } },
        planes: {
          extranet: { site: 'main' },
          internet: { site: 'main' },
          management: { site: 'main' },
          storage: { site: 'main' },
        },
        tenants: { finance: undefined, health: undefined },
        gap: undefined,
      }),
    ).toEqual(['SITE_PRIMARY sites · 0 sites are primary, exactly one must be · give one site `role: primary`']);
  });

  it('refuses two primary sites', () => {
    expect(said({ sites: { other: { role: 'primary', adcode: '421300', region: 'other', zones: ['az1'] } } })).toEqual([
      'SITE_PRIMARY sites · 2 sites are primary, exactly one must be · give one site `role: primary`',
    ]);
  });

  it('accepts a second site of another role', () => {
    expect(
      said({ sites: { other: { role: 'same-city', adcode: '421300', region: 'other', zones: ['az1'] } } }),
    ).toEqual([]);
  });

  it('refuses a plane at a site that there is not', () => {
    expect(
      said({
        planes: { storage: { site: 'moon' } },
        mlps: 2,
        tenants: { finance: { systems: { budget: { mlps: 2 } } } },
      }),
    ).toEqual(['REFERENCE_UNKNOWN planes/storage/site · there is no site moon · use one of: main']);
  });
});
