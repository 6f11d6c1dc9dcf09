import { designWeaknesses } from './design-weaknesses';
import { resourceWeaknesses } from './resource-weaknesses';
import { ruleWeaknesses } from './rule-weaknesses';
import type { Weakness } from './weakness';

/** All ways in which the reference cloud is made weaker, to see whether the policies notice. */
export const everyWeakness: readonly Weakness[] = [...ruleWeaknesses, ...resourceWeaknesses, ...designWeaknesses];
