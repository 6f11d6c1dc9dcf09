import type { Policy } from '../policy';
import { tagGroupDescription } from './tag-group-description';
import { tagRuleDescription } from './tag-rule-description';

/** One file each, in the order of their names. */
export const tagsPolicies: readonly Policy[] = [tagGroupDescription, tagRuleDescription];
