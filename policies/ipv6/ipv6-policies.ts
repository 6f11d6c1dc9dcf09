import type { Policy } from '../policy';
import { ipv6Entry } from './ipv6-entry';
import { ipv6Plane } from './ipv6-plane';
import { ipv6Twin } from './ipv6-twin';

/** One file each, in the order of their names. */
export const ipv6Policies: readonly Policy[] = [ipv6Entry, ipv6Plane, ipv6Twin];
