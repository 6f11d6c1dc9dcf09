import { type Cloud, type Draft, designWeakness, memberWeakness, type Weakness } from './weakness';

const tiers = (design: Draft): Draft[] =>
  design.tenants.flatMap((tenant: Draft) => tenant.vpcs.flatMap((vpc: Draft) => vpc.tiers));
const systems = (design: Draft): Draft[] => design.tenants.flatMap((tenant: Draft) => tenant.systems);
const important = (design: Draft): Draft[] => systems(design).filter((one) => one.pii || one.dataClass === 'important');
const business = (design: Draft): Draft[] =>
  design.planes.filter((plane: Draft) => plane.role === 'extranet' || plane.role === 'internet');

const images = (policies: readonly string[], example: string, change: (image: Draft) => void): Weakness =>
  memberWeakness(policies, example, (design) => design.assurance.images, change);
const sensors = (design: Draft): Draft[] => design.assurance.detection.sensors;
const sinks = (design: Draft): Draft[] => design.assurance.detection.sinks;
const targets = (design: Draft): Draft[] => design.assurance.backup.targets;

/** Every declaration that somebody could forget, one at a time: no silence counts as met. */
const undeclared: Weakness = {
  policies: [],
  example: 'a declaration that nobody made',
  *variants(cloud: Cloud) {
    for (const section of ['operations', 'detection', 'protection', 'backup'] as const)
      for (const key of Object.keys(cloud.design.assurance[section]).filter(
        (one) => one !== 'place' && one !== 'tiers',
      )) {
        const design = structuredClone(cloud.design) as Draft;
        delete design.assurance[section][key];
        yield { ...cloud, design };
      }
  },
};

/** What the description of a cloud can be wrong about. */
export const designWeaknesses: readonly Weakness[] = [
  undeclared,
  memberWeakness(
    ['CLD-CN'],
    'a site abroad',
    (design) => design.sites,
    (one) => {
      one.adcode = '810000';
    },
  ),
  memberWeakness(['NET-RED-LINES'], 'a plane with lines of one carrier', business, (one) => {
    one.uplinks = one.uplinks.slice(0, 1);
  }),
  memberWeakness(['NET-CAP'], 'a plane whose lines are too thin', business, (one) => {
    one.peakMbps = 10 ** 6;
  }),
  memberWeakness(['IPV6-PLANE'], 'a business plane with IPv4 only', business, (one) => {
    one.blocks = one.blocks.filter((block: string) => !block.includes(':'));
  }),
  memberWeakness(
    ['NET-RED-GAP'],
    'a gap device that stands alone',
    (design) => design.gaps,
    (one) => {
      for (const side of one.sides) side.ports = side.ports.slice(0, 1);
    },
  ),
  memberWeakness(
    ['MAL-EDGE'],
    'a channel that is not searched for malware',
    (design) => design.gaps[0].channels,
    (one) => {
      one.checks = one.checks.filter((check: string) => check !== 'antivirus');
    },
  ),
  memberWeakness(['HA-HOT'], 'a tier of one server', tiers, (one) => {
    one.ports = one.ports.slice(0, 1);
    delete one.serverGroup;
  }),
  memberWeakness(['CLD-LEVEL'], 'a system above the level of the platform', tiers, (one) => {
    one.mlps = 4;
  }),
  memberWeakness(
    ['CLD-LEVEL'],
    'a pool below the level of its tiers',
    (design) => design.pools,
    (one) => {
      one.mlps = 2;
    },
  ),
  memberWeakness(
    ['DAT-ENC-R'],
    'important data on a volume that is not encrypted',
    (design) => design.assurance.volumeClasses,
    (one) => {
      one.encrypted = false;
    },
  ),
  memberWeakness(
    ['STO-COPIES'],
    'a volume class with one copy',
    (design) => design.assurance.volumeClasses,
    (one) => {
      one.copies = 1;
    },
  ),
  memberWeakness(['DAT-ENC-T'], 'important data that passes in the clear', important, (one) => {
    one.transit = 'plain';
  }),
  memberWeakness(
    ['PII'],
    'personal information that nobody audits',
    (design) => systems(design).filter((one) => one.pii),
    (one) => {
      one.databaseAudit = false;
    },
  ),
  memberWeakness(
    ['OPS-REMOTE'],
    'an approval that is over',
    (design) => design.assurance.approvals,
    (one) => {
      one.until = '2026-01-31';
    },
  ),
  images(['IMG-HARD'], 'an image of no hardening baseline', (one) => delete one.baseline),
  images(['IMG-SUM'], 'an image without a checksum', (one) => delete one.checksum),
  images(['IMG-CONF'], 'a public image', (one) => {
    one.visibility = 'public';
  }),
  images(['HOST-AV', 'HOST-IDS'], 'an image without agents', (one) => {
    one.agents = [];
  }),
  images(['AUD-HOST'], 'an image that audits nobody', (one) => {
    one.agents = one.agents.filter((agent: string) => agent !== 'audit');
  }),
  images(['HOST-VULN'], 'an image that was scanned long ago', (one) => {
    one.scan = { ...one.scan, date: '2026-01-31' };
  }),
  images(['ACC-LEAST-ACCOUNTS'], 'an image with a password that everybody knows', (one) => {
    one.accounts = 'password';
  }),
  memberWeakness(['ACL-L7', 'IPS-EDGE', 'MAL-EDGE', 'CLD-IDS'], 'a sensor that looks nowhere', sensors, (one) => {
    one.at = [];
  }),
  memberWeakness(
    ['AUD-NET'],
    'a boundary log that keeps refusals only',
    (design) => design.assurance.detection.boundaryLogs,
    (one) => {
      one.events = 'denied';
    },
  ),
  memberWeakness(['SMC-LOG'], 'records that are kept for thirty days', sinks, (one) => {
    one.retentionDays = 30;
  }),
  memberWeakness(['AUD-HOST'], 'records that can be changed', sinks, (one) => {
    one.immutable = false;
  }),
  memberWeakness(['CC-AUD'], 'a sink of the wrong owner', sinks, (one) => {
    one.owner = one.owner === 'tenant' ? 'provider' : 'tenant';
  }),
  memberWeakness(
    ['CC-MON'],
    'a monitor of the wrong owner',
    (design) => design.assurance.detection.monitors,
    (one) => {
      one.owner = one.owner === 'tenant' ? 'provider' : 'tenant';
    },
  ),
  memberWeakness(
    ['SMC-EVENT', 'CLD-WATCH'],
    'an alarm that nobody hears',
    (design) => design.assurance.detection.alarms,
    (one) => {
      one.on = [];
    },
  ),
  memberWeakness(['DAT-CN'], 'a copy abroad', targets, (one) => {
    one.adcode = '820000';
  }),
  memberWeakness(['DAT-INT'], 'copies that nobody compares', targets, (one) => {
    one.checksummed = false;
  }),
  designWeakness(['BAK-REALTIME'], 'copies elsewhere that are an hour behind', (design) => {
    for (const target of targets(design)) target.everyMinutes = 60;
  }),
  designWeakness(['BAK-LOCAL'], 'no copy at the primary site', (design) => {
    for (const target of targets(design)) target.adcode = '632801';
  }),
  designWeakness(['BAK-TENANT'], 'no copy that a department owns', (design) => {
    for (const target of targets(design)) target.owner = 'provider';
  }),
  designWeakness(['BAK-RESTORE'], 'a restore that was tried long ago', (design) => {
    design.assurance.backup.restoreTest.date = '2024-01-31';
  }),
  designWeakness(['IAM-MFA'], 'operators who show a password only', (design) => {
    design.assurance.operations.bastion.factors = ['password'];
  }),
  designWeakness(['IAM-LOCK'], 'a login that never locks', (design) => {
    design.assurance.operations.bastion.tries = 50;
  }),
  designWeakness(['IAM-ID'], 'passwords of four characters', (design) => {
    design.assurance.operations.passwords.length = 4;
  }),
  designWeakness(['SMC-SYS'], 'a bastion that records no sessions', (design) => {
    design.assurance.operations.bastion.recorded = false;
  }),
  designWeakness(['ACC-LEAST-DUTIES'], 'one person who is two administrators', (design) => {
    design.assurance.operations.administrators.audit = design.assurance.operations.administrators.system;
  }),
  designWeakness(['SMC-AUD'], 'no audit administrator', (design) => {
    design.assurance.operations.administrators.audit = [];
  }),
  designWeakness(['SMC-SEC'], 'no security administrator', (design) => {
    design.assurance.operations.administrators.security = [];
  }),
  designWeakness(['ACC-LEAST-ROLES'], 'departments that are administrators', (design) => {
    design.assurance.operations.tenantRoles.push('admin');
  }),
  designWeakness(['IAM-WIRE-API'], 'an interface without TLS', (design) => {
    design.assurance.operations.api.https = false;
  }),
  designWeakness(['CLD-MUTUAL'], 'management without client certificates', (design) => {
    design.assurance.operations.api.clientCertificates = false;
  }),
  designWeakness(['CLD-AUD'], 'requests that nobody records', (design) => {
    design.assurance.operations.api.audited = false;
  }),
  designWeakness(['CFG-BASE', 'CLD-WATCH'], 'drift that is looked for once a month', (design) => {
    design.assurance.operations.baseline.driftHours = 720;
  }),
  designWeakness(['OPS-CN'], 'a cloud that is operated from abroad', (design) => {
    design.assurance.operations.adcode = '710000';
  }),
  designWeakness(['KMS-OWN'], 'keys that the operator alone holds', (design) => {
    design.assurance.protection.keys.tenantOwned = false;
  }),
  designWeakness(['CRYPTO-GM'], 'no national cryptography', (design) => {
    design.assurance.protection.algorithms = ['AES-256-GCM', 'SHA-256'];
  }),
  designWeakness(['CRY-WEAK'], 'SHA-1 in use', (design) => {
    design.assurance.protection.algorithms.push('SHA-1');
  }),
  designWeakness(['RES-CLEAR'], 'volumes that are not cleared', (design) => {
    design.assurance.protection.reclaim.volumes = 'none';
  }),
  designWeakness(['RES-VM'], 'memory that is not cleared', (design) => {
    design.assurance.protection.reclaim.memory = false;
  }),
  designWeakness(['MIG-INT'], 'servers that move in the clear', (design) => {
    design.assurance.protection.migration = 'plain';
  }),
  designWeakness(['NET-RED-DEVICES'], 'routers on one node', (design) => {
    design.assurance.protection.redundancy.routers = 'single';
  }),
];
