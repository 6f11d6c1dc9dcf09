import { z } from 'zod';
import { adcode, approval, key } from './scalars';

/** What an operator shows to be let in. Two of them are two factors when one of them is cryptographic. */
const factors = ['password', 'sms', 'totp', 'certificate', 'fido2', 'ukey-sm2'] as const;

const bastion = z.strictObject({
  factors: z.array(z.enum(factors)).min(1).describe('What an operator shows, one after the other.'),
  tries: z.int().positive().describe('Failed attempts after which an account is locked.'),
  lockMinutes: z.int().positive().describe('How long it stays locked, minutes.'),
  idleMinutes: z.int().positive().describe('Silence after which a session ends, minutes.'),
  recorded: z.boolean().describe('Whether sessions are recorded and can be played back.'),
});

const passwords = z.strictObject({
  length: z.int().positive().describe('Fewest characters.'),
  classes: z.int().min(1).max(4).describe('Kinds of characters: lower case, upper case, digits, others.'),
  days: z.int().positive().describe('Days after which a password must change.'),
  shared: z.boolean().describe('Whether any account has more than one person.'),
});

const people = z.array(z.string().min(1).max(64)).min(1);

/** The three administrators (三权分立), GB/T 22239-2019 8.1.5.1 to 8.1.5.3. */
const administrators = z.strictObject({
  system: people.describe('Who runs the cloud.'),
  security: people.optional().describe('Who sets its security policy.'),
  audit: people.optional().describe('Who reads and keeps the records.'),
});

const api = z.strictObject({
  https: z.boolean().describe('Whether every endpoint of the cloud takes TLS only.'),
  clientCertificates: z.boolean().describe('Whether a remote management client shows a certificate of its own.'),
  audited: z.boolean().describe('Whether every request is recorded, with who asked.'),
  tenantsReadAudit: z.boolean().describe('Whether a department can read what the operator did with its resources.'),
});

const baseline = z.strictObject({
  versioned: z.boolean().describe('Whether what is deployed comes from reviewed revisions only.'),
  driftHours: z.int().positive().describe('How often the cloud is compared with its definition, hours.'),
});

export const operationsSchema = z
  .strictObject({
    adcode: adcode.optional().describe('Division from which the cloud is operated.'),
    bastion: bastion.optional(),
    passwords: passwords.optional(),
    administrators: administrators.optional(),
    api: api.optional(),
    baseline: baseline.optional(),
    tenantRoles: z.array(key).min(1).optional().describe('Roles of Keystone that departments hold in their projects.'),
    access: z
      .record(key, approval)
      .optional()
      .describe('Departments whose data the operator may touch. An empty object says: none.'),
  })
  .describe('How the cloud is administered. What is left out is not known, and no finding counts it as met.')
  .meta({ title: 'Operations' });
