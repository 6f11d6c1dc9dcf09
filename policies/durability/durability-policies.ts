import type { Policy } from '../policy';
import { durSpread } from './dur-spread';
import { durVolume } from './dur-volume';

/** One file each, in the order of their names. */
export const durabilityPolicies: readonly Policy[] = [durSpread, durVolume];
