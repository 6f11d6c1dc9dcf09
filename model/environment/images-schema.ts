import { z } from 'zod';
import { date, key } from './scalars';

const checksum = z
  .string()
  .regex(/^(sha256|sm3):[0-9a-f]{64}$|^sha512:[0-9a-f]{128}$/, 'an algorithm and a digest, such as sha256:9f86…')
  .describe('Algorithm and digest of the file: sha256, sha512 or sm3.');

const image = z.strictObject({
  arch: z.enum(['x86_64', 'aarch64', 'loongarch64', 'sw64']).describe('Processor architecture.'),
  os: key.describe('Distribution, such as openeuler, kylin, uos.'),
  checksum: checksum.optional(),
  visibility: z.enum(['private', 'shared', 'community', 'public']).optional().describe('Who sees it in Glance.'),
  baseline: z.string().min(1).max(64).optional().describe('The hardening baseline that it was made by.'),
  minimal: z.boolean().optional().describe('Whether it holds only what a server needs.'),
  accounts: z
    .enum(['key-only', 'password'])
    .optional()
    .describe('How one logs in. key-only: default accounts are disabled and no password is set.'),
  agents: z
    .array(z.enum(['audit', 'antivirus', 'intrusion']))
    .optional()
    .describe('What runs in every server of the image and reports to the security zone.'),
  secureBoot: z.boolean().optional().describe('Whether it boots under UEFI Secure Boot.'),
  tpm: z.boolean().optional().describe('Whether its servers have a TPM 2.0.'),
  scan: z
    .strictObject({ date, critical: z.int().nonnegative().describe('Known critical flaws that were found.') })
    .optional()
    .describe('The last scan for known flaws.'),
});

export const imagesSchema = z
  .record(key, image)
  .describe('Images of servers by key. The operator puts them into Glance; here stands what they are.')
  .meta({ title: 'Images' });
