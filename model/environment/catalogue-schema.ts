import { z } from 'zod';
import { key } from './scalars';

const flavor = z.strictObject({
  vcpus: z.int().positive(),
  memoryGiB: z.int().positive(),
  diskGiB: z.int().nonnegative().default(40),
});

const volumeClass = z.strictObject({
  media: z.enum(['sata', 'sas', 'ssd', 'nvme']),
  encrypted: z.boolean().default(true).describe('LUKS at the front end, key in the key manager.'),
  cipher: z.string().default('aes-xts-plain64'),
  copies: z.int().positive().optional().describe('Copies of each block that the storage keeps on different hosts.'),
});

export const flavorsSchema = z.record(key, flavor).describe('Server sizes by key.').meta({ title: 'Flavors' });
export const volumeClassesSchema = z
  .record(key, volumeClass)
  .describe('Volume classes by key. Each is a volume type of the cloud, made with its encryption by the operator.')
  .meta({ title: 'Volume classes' });
