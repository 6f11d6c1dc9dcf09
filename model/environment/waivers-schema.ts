import { z } from 'zod';
import { date, ports } from './scalars';

const waiver = z.strictObject({
  policy: z.string().min(1).describe('Code of the policy or invariant.'),
  at: z.string().min(1).describe('What it is waived for; no wildcard.'),
  flows: z
    .strictObject({ from: z.string().min(1), to: z.string().min(1), ports })
    .optional()
    .describe('The flow set that is accepted, where the finding is about reachability.'),
  reason: z.string().min(1),
  owner: z.string().min(1),
  approver: z.string().min(1),
  ticket: z.string().min(1),
  until: date,
  compensating: z.string().min(1).optional(),
});

export const waiversSchema = z
  .array(waiver)
  .describe('Accepted findings, each with an owner and an end.')
  .meta({ title: 'Waivers' });
