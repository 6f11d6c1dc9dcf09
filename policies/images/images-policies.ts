import type { Policy } from '../policy';
import { imgPinned } from './img-pinned';

/** One file each, in the order of their names. */
export const imagesPolicies: readonly Policy[] = [imgPinned];
