import type { Environment } from '../../model/environment/environment';
import type { Waiver } from './waiver';

/** The waivers of an environment, each with the way back to its words. */
export function waiversOf(environment: Pick<Environment, 'values' | 'placeOf'>): readonly Waiver[] {
  return environment.values.waivers.map(({ at, fingerprint, flows, clause, compensating, ...rest }, i) => ({
    ...rest,
    at: [at].flat(),
    ...(fingerprint !== undefined && { fingerprint }),
    ...(flows !== undefined && { flows }),
    ...(clause !== undefined && { clause }),
    ...(compensating !== undefined && { compensating }),
    place: (field) => environment.placeOf(field === undefined ? ['waivers', i] : ['waivers', i, field]),
  }));
}
