import { z } from 'zod';
import { date } from './scalars';

/** Read-only for its reader, as the rest of a ledger is. */
const lines: z.ZodType<readonly string[], readonly string[]> = z.array(z.string());

/** What was allocated and stays so: key of the thing to its block or segment. */
export const ledgerSchema = z
  .strictObject({
    version: z.union([z.literal(1), z.literal(2)]).describe('2 has a seal; 1 is read, and written as 2.'),
    blocks: z.record(z.string(), z.string()).describe('Owner (`zone extranet/dept 4`) to its block.'),
    segments: z.record(z.string(), z.int().positive()).describe('Network to its segment identifier.'),
    released: z.record(z.string(), date).optional().describe('Owner that gave its block back, and when.'),
    history: lines.optional().describe('What divisions below got and gave back, the oldest first.'),
    seal: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('SHA-256 of all above; it shows that nobody edited the file.'),
  })
  .describe('Written by `egov addresses record` and `egov new`; append-only, reviewed like any file.')
  .meta({ title: 'Addresses' });
