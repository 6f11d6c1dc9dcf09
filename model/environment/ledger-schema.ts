import { z } from 'zod';

/** What was allocated and stays so: key of the thing to its block or segment. */
export const ledgerSchema = z
  .strictObject({
    version: z.literal(1),
    blocks: z.record(z.string(), z.string()).describe('Owner (`zone extranet/dept 4`) to its block.'),
    segments: z.record(z.string(), z.int().positive()).describe('Network to its segment identifier.'),
  })
  .describe('Written by `egov addresses record`; append-only, reviewed like any file.')
  .meta({ title: 'Addresses' });
