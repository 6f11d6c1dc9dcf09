import type { Design } from '../../../model/design/design';
import { designEnvironment } from '../../../model/design/design-environment';
import type { Judgement } from '../../../policies/judgement';
import type { Policy } from '../../../policies/policy';
import type { SubjectProps } from '../../../policies/subject';
import {
  type Difference,
  environmentOf,
  merged,
  type WrittenEnvironment,
  writtenEnvironment,
} from '../environment-builder';
import { judged } from './judged';

const target = { adcode: '421300', everyMinutes: 60, checksummed: true } as const;
const tier = { fullHours: 24, incrementalHours: 4, keepDays: 90, copies: 3, restoreTestDays: 183 } as const;
const image = {
  os: 'kylin',
  checksum: `sha256:${'0'.repeat(64)}`,
  visibility: 'private',
  baseline: 'BASE-1',
  minimal: true,
  accounts: 'key-only',
  agents: ['audit', 'antivirus', 'intrusion'],
  secureBoot: true,
  tpm: true,
  scan: { date: '2026-11-20', critical: 0 },
} as const;
const watched = ['internet/edge', 'internet/dmz', 'internet/app', 'internet/data', 'internet/exchange'];
const inside = ['edge', 'public', 'dept', 'vpn', 'data', 'share', 'exchange', 'test'].map((one) => `extranet/${one}`);

/** What the small environment declares when nothing is left to be wished for at level 3. */
export const assured: Difference<WrittenEnvironment> = {
  sites: { far: { role: 'remote', adcode: '420100', region: 'wuhan', zones: ['az1'] } },
  planes: {
    extranet: {
      peakMbps: 800,
      uplinks: { a: { carrier: 'unicom', mbps: 1000 }, b: { carrier: 'mobile', mbps: 1000 } },
    },
    internet: {
      peakMbps: 800,
      uplinks: { a: { carrier: 'unicom', mbps: 1000 }, b: { carrier: 'telecom', mbps: 1000 } },
    },
  },
  pools: { 'extranet-arm': { image: 'arm' }, 'internet-x86': { image: 'x86' } },
  images: { arm: { arch: 'aarch64', ...image }, x86: { arch: 'x86_64', ...image } },
  volumeClasses: { 'encrypted-ssd': { media: 'ssd', copies: 3 } },
  operations: {
    adcode: '421300',
    bastion: { factors: ['password', 'ukey-sm2'], tries: 5, lockMinutes: 30, idleMinutes: 30, recorded: true },
    passwords: { length: 10, classes: 3, days: 90, shared: false },
    administrators: { system: ['a'], security: ['b'], audit: ['c'] },
    api: { https: true, clientCertificates: true, audited: true, tenantsReadAudit: true },
    baseline: { versioned: true, driftHours: 24 },
    tenantRoles: ['member'],
    access: {},
  },
  detection: {
    sensors: {
      ips: { kind: 'ips', at: ['internet/edge', 'extranet/edge'], mode: 'block', alarm: true },
      virus: { kind: 'antivirus', at: ['internet/edge', 'extranet/edge'], mode: 'block', alarm: true },
      waf: { kind: 'waf', at: ['internet/dmz'], mode: 'block', alarm: true },
      ids: { kind: 'ids', at: [...watched, ...inside], mode: 'detect', alarm: true },
      servers: { kind: 'tenant-traffic', at: [...watched, ...inside], mode: 'detect', alarm: true },
    },
    boundaryLogs: { all: { at: [...watched, ...inside], events: 'all', sink: 'own' } },
    sinks: {
      own: {
        owner: 'provider',
        zone: 'management/security',
        sources: ['boundary', 'api', 'hosts', 'bastion', 'database', 'gap'],
        retentionDays: 180,
        immutable: true,
        backup: 'near',
      },
      theirs: {
        owner: 'tenant',
        zone: 'management/security',
        sources: ['hosts'],
        retentionDays: 180,
        immutable: true,
        backup: 'near',
      },
    },
    monitors: {
      own: {
        owner: 'provider',
        covers: ['hosts', 'servers', 'routers', 'load-balancers', 'uplinks', 'storage'],
      },
      theirs: { owner: 'tenant', covers: ['servers'] },
    },
    alarms: {
      all: { on: ['intrusion', 'malware', 'isolation', 'unmanaged-server', 'audit-failure'], contact: 'soc' },
    },
    time: ['10.18.0.5/32'],
  },
  protection: {
    keys: { backend: 'gm-hsm', tenantOwned: true, zone: 'management/security' },
    algorithms: ['SM2', 'SM3', 'SM4-GCM', 'AES-256-GCM'],
    transit: { flows: 'tls', links: 'ipsec' },
    reclaim: { volumes: 'zero', disks: true, memory: true },
    migration: 'tls',
    redundancy: { routers: 'ha', loadBalancers: 'active-standby' },
    databaseAudit: true,
  },
  backupTiers: { B1: tier, B2: tier },
  backup: {
    targets: {
      near: target,
      far: { ...target, adcode: '420100', site: 'far', everyMinutes: 0 },
      own: { ...target, owner: 'tenant' },
    },
    plans: {
      B1: { targets: ['near', 'far', 'own'], medium: 'disk', procedure: 'P-1' },
      B2: { targets: ['near', 'far', 'own'], medium: 'disk', procedure: 'P-2' },
    },
    restoreTest: { date: '2026-09-01', report: 'R-1' },
  },
  tenants: {
    finance: { systems: { budget: { tiers: { db: { servers: 2 } } } } },
  },
};

/** The Design of the cloud of which everything is declared, with a difference. */
export function assuredDesign(difference: Difference<WrittenEnvironment> = {}): Design {
  const written = merged(writtenEnvironment(assured), difference) as WrittenEnvironment;
  return designEnvironment(environmentOf(written));
}

/** One policy on that cloud. */
export function judgedCloud(
  policy: Policy,
  difference: Difference<WrittenEnvironment> = {},
  props: Partial<SubjectProps> = {},
): Judgement {
  return judged(policy, { design: assuredDesign(difference), ...props });
}

/** What is told of a cloud, its difference from one that has all, and what is found there. */
export type CloudCase = [told: string, difference: Difference<WrittenEnvironment>, expected: readonly string[]];
