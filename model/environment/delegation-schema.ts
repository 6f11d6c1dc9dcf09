import { z } from 'zod';
import { cidr, cidr4 } from './scalars';

const pool = (what: string) => z.array(cidr).default([]).describe(what);

/** What a division gives to the divisions below it. Blocks themselves stand in its ledger. */
export const delegationSchema = z
  .strictObject({
    private: pool('Addresses of the planes of clouds below.'),
    extranet: z
      .array(cidr4)
      .default([])
      .describe('Addresses that the extranet routes: entries of clouds below, and offices of their departments.'),
    internet: z.array(cidr4).default([]).describe('Internet addresses of entries of clouds below.'),
    quarantineDays: z
      .int()
      .min(0)
      .default(365)
      .describe('Days for which a block that was given back is given to nobody else.'),
    exceptions: z
      .record(z.string(), z.string().regex(/\S/))
      .default({})
      .describe('Owner of a block outside of the pools (`division 450222/private 4`), and why it has it.'),
  })
  .describe('Address pools of the divisions below, from which `egov new` gives them blocks.')
  .meta({ title: 'Delegation' });
