import { z } from 'zod';
import { key, mlps } from './scalars';

const pool = z.strictObject({
  plane: key.describe('The plane that the hosts belong to, never two.'),
  arch: z.enum(['x86_64', 'aarch64', 'loongarch64', 'sw64']).describe('Processor architecture of every host.'),
  vendor: key.optional().describe('Processor family, such as kunpeng, phytium, hygon.'),
  xinchuang: z.boolean().default(false).describe('Whether the hosts are of the domestic stack (信创).'),
  mlps,
  zones: z.array(key).min(1).optional().describe('Availability zones. The default is all of the site.'),
  image: key.optional().describe('Image of its servers, unless a tier says otherwise.'),
  hosts: z.int().positive().describe('Number of hosts.'),
  perHost: z.strictObject({ vcpus: z.int().positive(), memoryGiB: z.int().positive() }).describe('What one host has.'),
  overcommit: z
    .strictObject({ vcpus: z.number().min(1).max(16), memory: z.number().min(1).max(2) })
    .default({ vcpus: 1, memory: 1 })
    .describe('Allocation ratios.'),
});

export const poolsSchema = z.record(key, pool).describe('Compute pools by key.').meta({ title: 'Pools' });
