import type { Policy } from '../policy';
import { planeStore } from './plane-store';
import { planeVpn } from './plane-vpn';

/** One file each, in the order of their names. */
export const planesPolicies: readonly Policy[] = [planeStore, planeVpn];
