import { z } from 'zod';
import { date, ports } from './scalars';

const words = z.string().regex(/\S/, 'some words');

/** The key of one thing, as `egov check` prints it. A wildcard would cover what nobody has looked at. */
const thing = z
  .string()
  .regex(/^[^*?]*[^*?\s][^*?]*$/, 'the key of one thing, without * and ?, such as tier finance/budget/app')
  .describe('Key of the thing, as egov check prints it. No wildcard.');

const waiver = z.strictObject({
  policy: z.string().min(1).describe('Id of the policy.'),
  at: z.union([thing, z.array(thing).min(1)]).describe('What it is waived for; no wildcard.'),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'twelve hexadecimal digits, as egov check prints them')
    .optional()
    .describe('The one finding that is meant, where the policy has several about one thing.'),
  flows: z
    .strictObject({
      from: words.describe('A block, or the end that sends.'),
      to: words.describe('The end that receives.'),
      ports,
    })
    .optional()
    .describe('The flow set that is accepted, where the finding is about reachability. Whatever exceeds it is not.'),
  clause: z.string().min(1).optional().describe('The clause that is not met, such as 8.1.2.1 e.'),
  reason: words,
  owner: words.describe('Who answers for the risk.'),
  approver: words.describe('Who accepted it.'),
  ticket: words,
  until: date.describe('The last day. The longest term follows from the severity of the policy.'),
  compensating: words
    .optional()
    .describe('What lowers the risk meanwhile. Needed where the policy is critical or high.'),
});

export const waiversSchema = z
  .array(waiver)
  .describe('Accepted findings, each with an owner and an end.')
  .meta({ title: 'Waivers' });
