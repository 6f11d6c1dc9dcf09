import { z } from 'zod';
import { adcode, date, key } from './scalars';

/** Names of the backup tiers, from the least to the most. */
const backupTierNames = ['B1', 'B2', 'B3', 'B4'] as const;
export const backupTierName = z.enum(backupTierNames);
export type BackupTierName = (typeof backupTierNames)[number];

const backupTier = z.strictObject({
  fullHours: z.int().positive().describe('Hours between full backups.'),
  incrementalHours: z.int().positive().describe('Hours between incremental backups.'),
  logMinutes: z.int().positive().optional().describe('Minutes between copies of transaction logs.'),
  keepDays: z.int().positive().describe('Days for which a backup is kept.'),
  copies: z.int().positive().describe('Copies of each backup, the remote ones included.'),
  immutable: z.boolean().default(false).describe('Whether a backup cannot be changed or removed before its time.'),
  restoreTestDays: z.int().positive().describe('Most days between two restore tests.'),
});

export const backupTiersSchema = z
  .partialRecord(backupTierName, backupTier)
  .describe('What each backup tier means.')
  .meta({ title: 'Backup tiers' });

const target = z.strictObject({
  adcode: adcode.describe('Where the copies lie.'),
  site: key.optional().describe('The site of this cloud, where it is one.'),
  owner: z.enum(['provider', 'tenant']).default('provider').describe('Who keeps the copies.'),
  everyMinutes: z.int().nonnegative().describe('Minutes between two transfers; 0 where changes are sent at once.'),
  checksummed: z.boolean().describe('Whether copies are compared by checksum.'),
});

const plan = z.strictObject({
  targets: z.array(key).min(1).describe('Where the backups of the tier go.'),
  medium: z.enum(['disk', 'object', 'tape']),
  procedure: z.string().min(1).max(64).describe('Number of the procedure of backup and restore.'),
});

export const backupSchema = z
  .strictObject({
    targets: z.record(key, target).optional().describe('Where copies go, by key.'),
    plans: z.partialRecord(backupTierName, plan).optional().describe('How each tier is backed up here.'),
    restoreTest: z
      .strictObject({ date, report: z.string().min(1).max(64).describe('Number of the report.') })
      .optional()
      .describe('The last restore that was tried.'),
  })
  .describe('Where backups go and when a restore was tried. What is left out is not known.')
  .meta({ title: 'Backup' });
