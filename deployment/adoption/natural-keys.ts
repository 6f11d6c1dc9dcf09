import type { NaturalKey } from './natural-key';
import { networkKeys } from './network-keys';
import { serviceKeys } from './service-keys';

/**
 * How each type is recognised in a cloud that was built without us. Quotas have none: they are there with every project,
 * and setting one takes it over.
 */
export const naturalKeys: Readonly<Record<string, NaturalKey>> = { ...networkKeys, ...serviceKeys };
