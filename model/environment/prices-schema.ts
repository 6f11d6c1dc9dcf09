import { z } from 'zod';
import { date } from './scalars';

const years = z
  .record(z.string().regex(/^[1-9]$/), z.number().min(0).max(1))
  .describe('Factor for a term of so many years.');

const cost = z.number().nonnegative().describe('Price of one unit, or a factor where the type is rate.');

/** As CloudKitty's hashmap has them: a value of a field, or nothing for all, with what it costs. */
const mapping = z.strictObject({
  field: z
    .string()
    .min(1)
    .optional()
    .describe('Name of the field, such as arch or media. Without it the mapping is for all.'),
  value: z.string().min(1).optional().describe('Value of the field.'),
  type: z.enum(['flat', 'rate']).default('flat').describe('flat: a price of one unit. rate: a factor on it.'),
  cost,
  years: years
    .optional()
    .describe('Factor for a term of so many years, of this price. The default is that of the service.'),
  group: z
    .string()
    .min(1)
    .optional()
    .describe('Of one group the dearest counts; groups add up, and their rates multiply.'),
});

const threshold = z.strictObject({
  level: z.number().nonnegative().describe('From this quantity on.'),
  type: z.enum(['flat', 'rate']).default('flat'),
  cost,
  group: z.string().min(1).optional(),
});

const service = z.strictObject({
  name: z.string().min(1).describe('What the catalogue of services calls it.'),
  category: z.enum([
    'compute',
    'storage',
    'network',
    'security',
    'backup-dr',
    'database',
    'paas',
    'hosting',
    'service',
  ]),
  unit: z.string().min(1).describe('Unit of the quantity, such as core·month.'),
  mappings: z.array(mapping).default([]),
  thresholds: z.array(threshold).default([]),
  tiers: z
    .array(z.strictObject({ above: z.number().nonnegative(), cost }))
    .default([])
    .describe('What each unit above a quantity costs, the first above 0: bandwidth.'),
  steps: z
    .array(z.strictObject({ upTo: z.number().positive(), cost }))
    .default([])
    .describe(
      'Packages by size, each with its price as a whole: the smallest that suffices, or several of the largest.',
    ),
  years: years.optional().describe('Factor for a term of so many years. The default is that of the book.'),
});

export const pricesSchema = z
  .strictObject({
    currency: z.enum(['CNY']).default('CNY'),
    source: z.string().min(1).describe('Where the prices come from.'),
    validFrom: date,
    years: years.default({}),
    services: z.record(z.string().min(1), service).describe('Prices for a month, by service.'),
  })
  .describe('Price book, in the shape of the hashmap module of CloudKitty.')
  .meta({ title: 'Prices' });

export type PriceBook = z.output<typeof pricesSchema>;
export type PricedService = PriceBook['services'][string];
