import { type Level, levels } from './clauses';
import { cryptoPolicies } from './crypto/crypto-policies';
import { durabilityPolicies } from './durability/durability-policies';
import { exposurePolicies } from './exposure/exposure-policies';
import { imagesPolicies } from './images/images-policies';
import { ipv6Policies } from './ipv6/ipv6-policies';
import { kubernetesPolicies } from './kubernetes/kubernetes-policies';
import { mlpsPolicies } from './mlps/mlps-policies';
import { planesPolicies } from './planes/planes-policies';
import type { Policy } from './policy';
import { secretsPolicies } from './secrets/secrets-policies';
import { tagsPolicies } from './tags/tags-policies';
import { tenancyPolicies } from './tenancy/tenancy-policies';

/** Folders of policies, each a pack of its own. */
const folders: Readonly<Record<string, readonly Policy[]>> = {
  mlps: mlpsPolicies,
  planes: planesPolicies,
  tenancy: tenancyPolicies,
  exposure: exposurePolicies,
  durability: durabilityPolicies,
  secrets: secretsPolicies,
  images: imagesPolicies,
  tags: tagsPolicies,
  ipv6: ipv6Policies,
  crypto: cryptoPolicies,
  kubernetes: kubernetesPolicies,
};

/** Rows of the control table that are of a pack's subject too. */
const alsoIn: Readonly<Record<string, readonly string[]>> = {
  planes: ['BND-CTRL', 'NET-ISO', 'ACL-GAP', 'CC-MGMT', 'NET-RED-GAP'],
  tenancy: ['CLD-TENANT', 'CLD-VMACL', 'CLD-MIGACL', 'BND-NAC', 'CLD-LEVEL', 'CLD-POOL4', 'DEV-SEP'],
  exposure: ['BND-CTRL', 'BND-NAC', 'BND-EGRESS', 'HOST-MGMT', 'HOST-PORT', 'IAM-WIRE', 'ACL-DENY', 'ACL-5TUPLE'],
  durability: [
    'BAK-LOCAL',
    'BAK-RESTORE',
    'BAK-REMOTE',
    'BAK-REALTIME',
    'BAK-POLICY',
    'HA-HOT',
    'DR-SWITCH',
    'STO-COPIES',
  ],
  secrets: ['TRX-HSM', 'KMS-OWN'],
  images: ['IMG-HARD', 'IMG-SUM', 'IMG-CONF', 'HOST-VULN', 'HOST-MIN', 'TRUST'],
  tags: ['ASSET', 'ACC-LABEL', 'CLD-LABEL4'],
  crypto: ['CRYPTO-GM', 'TRX-INT', 'TRX-CONF', 'DAT-ENC-T', 'DAT-ENC-R'],
};

/** Every policy there is, each once, in the order of packs. */
export const policies: readonly Policy[] = Object.values(folders).flat();

const ofLevel = (level: Level): Policy[] =>
  policies.filter((one) => one.controls.length > 0 && (one.clauses?.[level] ?? []).length > 0);

/** Packs by name. `mlps-2`, `mlps-3` and `mlps-4` are whatever has a clause at that level, from whichever folder. */
export const packs: Readonly<Record<string, readonly Policy[]>> = {
  ...Object.fromEntries(levels.map((level) => [`mlps-${level}`, ofLevel(level)])),
  ...Object.fromEntries(
    Object.entries(folders)
      .filter(([name]) => name !== 'mlps')
      .map(([name, own]) => [name, [...own, ...policies.filter(({ id }) => alsoIn[name]?.includes(id) === true)]]),
  ),
};
