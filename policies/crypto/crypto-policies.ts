import type { Policy } from '../policy';
import { cryWeak } from './cry-weak';

/** One file each, in the order of their names. */
export const cryptoPolicies: readonly Policy[] = [cryWeak];
