import { Jurisdiction } from '../../../model/jurisdiction';

const of = (adcode: string) => Jurisdiction.parse(adcode) as Jurisdiction;

describe('Jurisdiction', () => {
  it.each(['', '13', '1300000', '13000a', ' 130000', '130000\n', '010000', '160000', '990000', '１３００００'])(
    'is nothing for %j',
    (adcode) => {
      expect(Jurisdiction.parse(adcode)).toBeUndefined();
    },
  );

  it.each([
    ['130000', 'province', undefined, '130000'],
    ['110000', 'province', undefined, '110000'],
    ['130100', 'city', '130000', '130000'],
    ['441900', 'city', '440000', '440000'],
    ['450222', 'county', '450200', '450000'],
    ['429004', 'county', '429000', '420000'],
  ])('%s is a %s below %s of %s', (adcode, level, parent, province) => {
    const { level: found, parent: above, province: top } = of(adcode);
    expect({ found, above, top }).toEqual({ found: level, above: parent, top: province });
  });

  it.each([
    ['130000', 'province'],
    ['130100', 'city'],
    ['130123', 'county'],
    ['130181', 'county'],
    ['130170', 'county'],
    ['130171', 'development-zone'],
    ['130179', 'development-zone'],
    ['137100', 'city'],
  ])('the cloud of %s starts from the profile %s', (adcode, profile) => {
    expect(of(adcode).profile).toBe(profile);
  });

  it('a development zone is of the level of a county and lies in its city', () => {
    const { level, parent } = of('130171');
    expect({ level, parent }).toEqual({ level: 'county', parent: '130100' });
  });

  it.each([
    ['450000', '450222', true],
    ['450200', '450222', true],
    ['450222', '450222', true],
    ['450222', '450200', false],
    ['450200', '450322', false],
    ['420000', '450222', false],
  ])('%s contains %s: %s', (outer, inner, contained) => {
    expect(of(outer).contains(of(inner))).toBe(contained);
  });
});
