import type { Judgement } from '../../../policies/judgement';
import type { Policy } from '../../../policies/policy';
import { readStacks } from '../../../proof/reading/read-stacks';
import { GovernmentCloud, governmentIntent } from '../../unit/proof/government-cloud';
import type { SmallCloud } from '../../unit/proof/small-cloud';
import { assuredDesign } from './assured-cloud';
import { judged } from './judged';

/** One policy on the small government cloud of the proof: its resources, and what it is meant to let through. */
export function judgedGovernment(policy: Policy, cloud: SmallCloud = new GovernmentCloud()): Judgement {
  const design = { ...assuredDesign(), intent: governmentIntent };
  return judged(policy, { design, table: readStacks([cloud.stack()]) });
}
