import { z } from 'zod';
import { profiles } from '../jurisdiction';
import { backupSchema, backupTiersSchema } from './backup-schema';
import { flavorsSchema, volumeClassesSchema } from './catalogue-schema';
import { delegationSchema } from './delegation-schema';
import { detectionSchema } from './detection-schema';
import { flowsSchema } from './flows-schema';
import { gapSchema } from './gap-schema';
import { imagesSchema } from './images-schema';
import { kubernetesSchema } from './kubernetes-schema';
import { ledgerSchema } from './ledger-schema';
import { movedSchema } from './moved-schema';
import { operationsSchema } from './operations-schema';
import { planesSchema } from './planes-schema';
import { poolsSchema } from './pools-schema';
import { pricesSchema } from './prices-schema';
import { protectionSchema } from './protection-schema';
import { quotasSchema } from './quotas-schema';
import { adcode, cidr, date, key, mlps } from './scalars';
import { tenantSchema } from './tenant-schema';
import { waiversSchema } from './waivers-schema';
import { zonesSchema } from './zones-schema';

const site = z.strictObject({
  role: z.enum(['primary', 'same-city', 'remote']),
  adcode: adcode.describe('Where the site stands.'),
  region: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/)
    .describe('Region of the OpenStack there.'),
  zones: z.array(key).min(1).describe('Availability zones.'),
});

const network = z.strictObject({
  driver: z.enum(['ovn', 'ovs', 'unknown']).default('unknown').describe('Mechanism driver of Neutron.'),
  release: z
    .string()
    .regex(/^[a-z]+$/)
    .default('unknown')
    .describe('OpenStack release in lower case, such as zed.'),
});

const template = z.strictObject({
  version: z.int().min(1).describe('Version of the template of egov new.'),
  on: date.describe('The day that its files name.'),
  answers: z.record(z.string(), z.string()).describe('What egov new was told, by the name of the option.'),
});

/** `environment.yaml`: what the cloud is. */
const root = {
  adcode,
  name: z.string().min(1).max(64),
  profile: z.enum(profiles).describe('Which profile of environments/profiles it starts from.'),
  mlps,
  synthetic: z.boolean().default(false).describe('True where name and code are real and the topology is invented.'),
  domain: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
    .describe('DNS suffix of the cloud, such as hebei.gov.example.'),
  provider: key.describe('Operator of the cloud (云服务商).'),
  contract: z.string().min(1).optional().describe('Number of the service contract.'),
  sites: z.record(key, site).describe('Sites by key; exactly one is primary.'),
  cloud: z
    .strictObject({ network: network.default({ driver: 'unknown', release: 'unknown' }) })
    .default({ network: { driver: 'unknown', release: 'unknown' } }),
  contacts: z.strictObject({ network: z.string().min(1), security: z.string().min(1) }),
  supervision: z.strictObject({ operator: key }).optional().describe('Who supervises the operator (云综合监管).'),
  operators: z.array(cidr).default([]).describe('Addresses from which operators reach the bastion.'),
  extranetUsers: z.array(cidr).default([]).describe('Addresses of extranet users. The default is the national range.'),
  template: template.optional().describe('What egov new made it of; egov upgrade starts from it.'),
};

/** An environment, all files and layers together. The one source of types, runtime checks and JSON Schemas. */
export const environmentSchema = z
  .strictObject({
    ...root,
    planes: planesSchema,
    zones: zonesSchema,
    pools: poolsSchema,
    tenants: z.record(key, tenantSchema).default({}),
    flows: flowsSchema.default({}),
    gap: gapSchema.default({ devices: {}, channels: {} }),
    operations: operationsSchema.default({}),
    detection: detectionSchema.default({}),
    protection: protectionSchema.default({}),
    backup: backupSchema.default({}),
    waivers: waiversSchema.default([]),
    moved: movedSchema.default([]),
    delegation: delegationSchema.optional(),
    kubernetes: kubernetesSchema.optional(),
    images: imagesSchema.default({}),
    backupTiers: backupTiersSchema.default({}),
    quotas: quotasSchema,
    flavors: flavorsSchema,
    volumeClasses: volumeClassesSchema,
    prices: pricesSchema.optional(),
    ledger: ledgerSchema.default({ version: 1, blocks: {}, segments: {} }),
  })
  .meta({ title: 'Environment' });

export type EnvironmentValues = z.output<typeof environmentSchema>;

/** Each file of an environment folder, where its content goes in the whole, and its schema. */
export const environmentFiles = {
  'environment.yaml': { path: [], schema: z.strictObject(root).meta({ title: 'Environment' }) },
  'planes.yaml': { path: ['planes'], schema: planesSchema },
  'zones.yaml': { path: ['zones'], schema: zonesSchema },
  'pools.yaml': { path: ['pools'], schema: poolsSchema },
  'flows.yaml': { path: ['flows'], schema: flowsSchema },
  'gap.yaml': { path: ['gap'], schema: gapSchema },
  'operations.yaml': { path: ['operations'], schema: operationsSchema },
  'detection.yaml': { path: ['detection'], schema: detectionSchema },
  'protection.yaml': { path: ['protection'], schema: protectionSchema },
  'backup.yaml': { path: ['backup'], schema: backupSchema },
  'waivers.yaml': { path: ['waivers'], schema: waiversSchema },
  'moved.yaml': { path: ['moved'], schema: movedSchema },
  'delegation.yaml': { path: ['delegation'], schema: delegationSchema },
  'kubernetes.yaml': { path: ['kubernetes'], schema: kubernetesSchema },
  'addresses.lock.yaml': { path: ['ledger'], schema: ledgerSchema },
} as const;

/** `tenants/<key>.yaml`, one department each. */
export const tenantFile = { folder: 'tenants', path: ['tenants'], schema: tenantSchema } as const;

/** Files of the repository that every environment starts from. */
export const catalogueFiles = {
  'catalogue/flavors.yaml': { path: ['flavors'], schema: flavorsSchema },
  'catalogue/volume-classes.yaml': { path: ['volumeClasses'], schema: volumeClassesSchema },
  'catalogue/images.yaml': { path: ['images'], schema: imagesSchema },
  'catalogue/backup-tiers.yaml': { path: ['backupTiers'], schema: backupTiersSchema },
  'catalogue/quotas.yaml': { path: ['quotas'], schema: quotasSchema },
  'catalogue/prices.yaml': { path: ['prices'], schema: pricesSchema },
} as const;
