import type { Policy } from '../policy';
import { tenNothingElse } from './ten-nothing-else';

/** One file each, in the order of their names. */
export const tenancyPolicies: readonly Policy[] = [tenNothingElse];
