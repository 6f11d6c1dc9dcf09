import { z } from 'zod';
import { backupTierName } from './backup-schema';
import { transits } from './protection-schema';
import { quotaOverrides } from './quotas-schema';
import { adcode, approval, cidr, date, key, mlps, path, portList, ports } from './scalars';
import { systemOnKubernetes } from './workload-schema';

const volume = z.strictObject({
  sizeGiB: z.int().positive().max(65536),
  class: key.default('encrypted-ssd').describe('Volume class of the catalogue.'),
  backup: backupTierName.default('B2').describe('Backup tier.'),
});

const entry = z.strictObject({
  host: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name in lower case')
    .describe('Name that users type.'),
  port: ports
    .default({ protocol: 'tcp', from: 8443, to: 8443 })
    .describe('Port that the servers listen on. The default is tcp/8443.'),
  tls: z.string().min(1).describe('Name of the certificate container in the key manager.'),
  clientCa: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Name of the secret with the authority that signs the certificates of clients. Without it clients show none.',
    ),
  sources: z
    .array(cidr)
    .min(1)
    .optional()
    .describe('Who may come. The default is everybody on the Internet, or the users of the extranet.'),
});

const tier = z.strictObject({
  plane: key,
  zone: key.describe('Key of a zone of that plane.'),
  servers: z.int().min(1).max(200),
  flavor: key,
  image: key.optional().describe('Image of its servers. The default is that of the pool.'),
  pool: key.optional().describe('Compute pool. The default is the only, or the first, pool of the plane that fits.'),
  prefix: z.int().min(20).max(28).optional().describe('Size of its network. The default holds twice its servers.'),
  volumes: z.record(key, volume).default({}).describe('Data volumes of each server.'),
  entry: entry.optional().describe('How users reach it.'),
});

const flow = z.strictObject({
  from: path(3, 'a tier: here, or with its department and system'),
  to: path(3, 'a tier: here, or with its department and system'),
  ports: portList
    .optional()
    .describe('Destination ports. Only a flow through a channel may leave them to the channel.'),
  purpose: z.string().min(1).max(80).describe('What for; the rule carries it.'),
  through: key.optional().describe('The gap channel, where the flow crosses the planes.'),
  grant: approval.optional().describe('The grant of the owner, where the data belongs to another department.'),
});

/** How a system comes back when its site is lost: GB/T 20988, levels 1 to 6. */
const recovery = z.strictObject({
  level: z.int().min(1).max(6).describe('Level of disaster recovery.'),
  adcode: adcode.describe('Where the other site stands.'),
  mode: z.enum(['cold', 'warm', 'hot-standby', 'active-active']),
  switch: z.enum(['manual', 'assisted', 'automatic']).describe('How it takes over.'),
  drill: date.describe('The last drill.'),
});

export const dataClasses = ['public', 'internal', 'important', 'core'] as const;

const system = z.strictObject({
  name: z.string().min(1).max(64),
  mlps,
  dataClass: z.enum(dataClasses).default('internal').describe('Class of its data.'),
  pii: z.boolean().default(false).describe('Whether it keeps personal information.'),
  importance: z
    .enum(['normal', 'high'])
    .optional()
    .describe('The default is high from level 3 on, and for important data and more.'),
  transit: z
    .enum(transits)
    .optional()
    .describe('How its flows between zones are protected. The default is that of the cloud.'),
  databaseAudit: z.boolean().optional().describe('Whether accesses to its databases are recorded.'),
  recovery: recovery.optional(),
  stage: z.enum(['prod', 'test', 'dev']).default('prod'),
  tiers: z.record(key, tier).describe('Groups of equal servers by key.'),
  flows: z.record(key, flow).default({}).describe('Flows by key. What is not declared does not pass.'),
  kubernetes: systemOnKubernetes.optional(),
});

export const tenantSchema = z
  .strictObject({
    name: z.string().min(1).max(64).describe('Name of the department.'),
    owner: z
      .string()
      .regex(/^[^,]{1,50}$/, 'up to 50 characters without a comma')
      .optional()
      .describe('Responsible person or office. The default is the key.'),
    contact: z.string().min(1).optional(),
    quota: key.default('standard').describe('Quota class of the profile.'),
    quotas: quotaOverrides.optional().describe('Single limits that differ from the class.'),
    sources: z.array(cidr).default([]).describe('Addresses of its users on the extranet.'),
    systems: z.record(key, system).describe('Information systems by key.'),
  })
  .describe('One department of the cloud.')
  .meta({ title: 'Tenant' });
