import { z } from 'zod';
import { type ZoneKind, zoneKindNames } from '../zone-kind';
import { cidr4, key, mlps } from './scalars';

const zone = z.strictObject({
  kind: z
    .enum(zoneKindNames as [ZoneKind, ...ZoneKind[]])
    .describe('What the zone is, from the dictionary of nineteen kinds.'),
  prefix: z.int().min(8).max(28).describe('Size of its IPv4 block as a prefix length; the ledger says which block.'),
  block: cidr4.optional().describe('Its IPv4 block, where it is given and not to be allocated.'),
  mlps: mlps.optional().describe('Level of the zone. The default is the level of the cloud.'),
});

export const zonesSchema = z
  .record(key, z.record(key, zone))
  .describe('Zones by plane and key. A profile brings the usual ones; an environment states what differs.')
  .meta({ title: 'Zones' });
