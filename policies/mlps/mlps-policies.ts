import type { Policy } from '../policy';
import { aclState } from './acl-state';
import { hostMgmt } from './host-mgmt';

/** One file each, in the order of their names. */
export const mlpsPolicies: readonly Policy[] = [aclState, hostMgmt];
