export type AdminLevel = 'province' | 'city' | 'county';

/**
 * Kinds of divisions that have a cloud, each with a profile. A development zone (开发区) is no administrative division:
 * GB/T 2260 has none. It has a statistical code below its city, and is run by a committee (管理委员会) of the city.
 */
export const profiles = ['province', 'city', 'county', 'development-zone'] as const;
export type Profile = (typeof profiles)[number];

/** Two-digit codes of the 34 province-level divisions of GB/T 2260. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/**
 * An administrative division by its code of GB/T 2260: level and parent follow from the code.
 *
 * `130000` is a province, `130100` a city, `130123` a county; the parent of a county is its city. Prefecture-level
 * cities without counties (441900 Dongguan and the like) are cities. `130171` is a development zone: the statistical
 * codes of the National Bureau of Statistics use 71 to 79, which GB/T 2260 gives to no county.
 */
export class Jurisdiction {
  static parse(adcode: string): Jurisdiction | undefined {
    return /^\d{6}$/.test(adcode) && PROVINCES.has(adcode.slice(0, 2)) ? new Jurisdiction(adcode) : undefined;
  }

  private constructor(readonly adcode: string) {}

  get level(): AdminLevel {
    if (this.adcode.endsWith('0000')) return 'province';
    return this.adcode.endsWith('00') ? 'city' : 'county';
  }

  /** Which profile its cloud starts from. A development zone has the level of a county. */
  get profile(): Profile {
    return /7[1-9]$/.test(this.adcode) && this.level === 'county' ? 'development-zone' : this.level;
  }

  /** Code of the division above; a province has none here. */
  get parent(): string | undefined {
    if (this.level === 'province') return undefined;
    return this.level === 'city' ? `${this.adcode.slice(0, 2)}0000` : `${this.adcode.slice(0, 4)}00`;
  }

  get province(): string {
    return `${this.adcode.slice(0, 2)}0000`;
  }

  /** Whether `other` lies in this division, or is it. */
  contains(other: Jurisdiction): boolean {
    const significant = { province: 2, city: 4, county: 6 }[this.level];
    return other.adcode.startsWith(this.adcode.slice(0, significant));
  }
}
