import type { Profile } from '../model/jurisdiction';
import type { Text } from '../model/text';

/** Levels of the administrative division and what is of none, as a person reads them. */
export const levelNames: Readonly<Record<Profile, Text>> = {
  province: { en: 'province', zh: '省级' },
  city: { en: 'city', zh: '地市级' },
  county: { en: 'county', zh: '县级' },
  'development-zone': { en: 'development zone', zh: '开发区' },
};
