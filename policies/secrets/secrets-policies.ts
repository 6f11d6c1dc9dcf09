import type { Policy } from '../policy';
import { secAdminPass } from './sec-admin-pass';
import { secProviderPassword } from './sec-provider-password';
import { secProviderToken } from './sec-provider-token';
import { secUserData } from './sec-user-data';

/** One file each, in the order of their names. */
export const secretsPolicies: readonly Policy[] = [secAdminPass, secProviderPassword, secProviderToken, secUserData];
