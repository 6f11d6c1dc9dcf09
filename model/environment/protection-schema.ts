import { z } from 'zod';
import { path } from './scalars';

const keys = z.strictObject({
  backend: z.enum(['software', 'hsm-pkcs11', 'kmip', 'gm-hsm']).describe('What guards the master key of Barbican.'),
  tenantOwned: z.boolean().describe('Whether a department may hold its own keys.'),
  zone: path(2, 'the zone in which the key manager stands'),
});

/** `tls` where both ends speak it, `ipsec` where the network does it for them. */
export const transits = ['tls', 'ipsec', 'plain'] as const;

const transit = z.strictObject({
  flows: z.enum(transits).describe('Flows of departments between zones, unless a system says otherwise.'),
  links: z.enum(['ipsec', 'macsec', 'plain']).optional().describe('Lines between sites.'),
});

const reclaim = z.strictObject({
  volumes: z.enum(['zero', 'shred', 'crypto-erase', 'none']).describe('What happens to a volume that is deleted.'),
  disks: z.boolean().describe('Whether the disks of deleted servers are cleared.'),
  memory: z.boolean().describe('Whether memory is cleared before another server gets it.'),
});

const redundancy = z.strictObject({
  routers: z.enum(['ha', 'distributed', 'single']).describe('How Neutron keeps routers alive.'),
  loadBalancers: z.enum(['active-standby', 'distributed', 'single']).describe('How Octavia keeps them alive.'),
});

export const protectionSchema = z
  .strictObject({
    keys: keys.optional(),
    algorithms: z
      .array(z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,30}$/, 'a name such as SM4-GCM, AES-256-GCM or RSA-3072'))
      .min(1)
      .optional()
      .describe('Cryptographic algorithms in use, such as SM2, SM3, SM4-GCM, AES-256-GCM.'),
    transit: transit.optional(),
    reclaim: reclaim.optional(),
    migration: z.enum(['tls', 'plain']).optional().describe('How the memory of a server moves to another host.'),
    redundancy: redundancy.optional(),
    databaseAudit: z.boolean().optional().describe('Whether accesses to databases are recorded.'),
  })
  .describe('How data, hosts and keys are protected. What is left out is not known.')
  .meta({ title: 'Protection' });
