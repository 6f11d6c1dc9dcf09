import type { AdminLevel } from '../model/jurisdiction';
import type { Text } from '../model/text';

/** Levels of the administrative division, as a person reads them. */
export const levelNames: Readonly<Record<AdminLevel, Text>> = {
  province: { en: 'province', zh: '省级' },
  city: { en: 'city', zh: '地市级' },
  county: { en: 'county', zh: '县级' },
};
