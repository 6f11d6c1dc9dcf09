import type { z } from 'zod';
import { designEnvironment } from '../../model/design/design-environment';
import type { Environment } from '../../model/environment/environment';
import { environmentSchema } from '../../model/environment/environment-schema';
import { type Problem, ProblemsError } from '../../model/problem';

/** An environment as somebody writes it, before the schema's defaults. */
export type WrittenEnvironment = z.input<typeof environmentSchema>;

/** What differs from the small environment: objects merge by key, lists and scalars replace, `undefined` removes. */
export type Difference<T> = T extends readonly (infer Item)[]
  ? readonly Item[]
  : T extends object
    ? { readonly [K in keyof T]?: Difference<T[K]> | undefined }
    : T;

const QUOTA = {
  instances: 40,
  cores: 400,
  ramGiB: 1600,
  volumes: 80,
  gigabytes: 20000,
  snapshots: 80,
  networks: 16,
  subnets: 32,
  routers: 1,
  ports: 200,
  floatingIps: 10,
  securityGroups: 32,
  securityGroupRules: 800,
  loadBalancers: 10,
};

/** A city of two departments: both business planes, a gap between them, every kind of end that a flow may have. */
const small: WrittenEnvironment = {
  adcode: '421300',
  name: 'Suizhou',
  profile: 'city',
  mlps: 3,
  domain: 'suizhou.gov.example',
  provider: 'unicom',
  sites: { main: { role: 'primary', adcode: '421300', region: 'suizhou', zones: ['az1'] } },
  contacts: { network: 'noc@suizhou.gov.example', security: 'soc@suizhou.gov.example' },
  operators: ['172.16.42.0/28'],
  extranetUsers: ['59.192.0.0/10'],
  planes: {
    extranet: {
      physnet: 'physnet-extranet',
      segments: '100-199',
      blocks: ['10.16.0.0/16', '2001:db8:16::/48'],
      reachable: ['59.192.0.0/26'],
    },
    internet: {
      physnet: 'physnet-internet',
      segments: '200-299',
      blocks: ['10.17.0.0/16', '2001:db8:17::/48'],
      reachable: ['192.0.2.0/26'],
    },
    management: {
      physnet: 'physnet-management',
      segments: '300-309',
      blocks: ['10.18.0.0/20', '2001:db8:18::/48'],
    },
    storage: { physnet: 'physnet-storage', segments: '310-319', blocks: ['10.19.0.0/20', '2001:db8:19::/48'] },
  },
  zones: {
    extranet: {
      edge: { kind: 'E-EDGE', prefix: 26 },
      public: { kind: 'E-PUB', prefix: 24 },
      dept: { kind: 'E-DEPT', prefix: 22 },
      vpn: { kind: 'E-VPN', prefix: 24 },
      data: { kind: 'E-DATA', prefix: 24 },
      share: { kind: 'E-SHARE', prefix: 24 },
      exchange: { kind: 'E-EXCH', prefix: 28 },
      test: { kind: 'T-TEST', prefix: 24 },
    },
    internet: {
      edge: { kind: 'I-EDGE', prefix: 26 },
      dmz: { kind: 'I-DMZ', prefix: 26 },
      app: { kind: 'I-APP', prefix: 24 },
      data: { kind: 'I-DATA', prefix: 24 },
      exchange: { kind: 'I-EXCH', prefix: 28 },
    },
    management: {
      ops: { kind: 'M-OPS', prefix: 26 },
      security: { kind: 'M-SEC', prefix: 26 },
      control: { kind: 'M-CTRL', prefix: 26 },
      supervision: { kind: 'M-SUP', prefix: 28 },
    },
    storage: { backup: { kind: 'X-BACKUP', prefix: 24 } },
  },
  pools: {
    'extranet-arm': {
      plane: 'extranet',
      arch: 'aarch64',
      xinchuang: true,
      mlps: 3,
      hosts: 4,
      perHost: { vcpus: 64, memoryGiB: 256 },
    },
    'internet-x86': {
      plane: 'internet',
      arch: 'x86_64',
      mlps: 3,
      hosts: 4,
      perHost: { vcpus: 64, memoryGiB: 256 },
    },
  },
  flavors: { c4m8: { vcpus: 4, memoryGiB: 8 }, c8m32: { vcpus: 8, memoryGiB: 32 } },
  volumeClasses: { 'encrypted-ssd': { media: 'ssd' } },
  quotas: { standard: QUOTA },
  tenants: {
    finance: {
      name: '财政局',
      sources: ['59.192.10.0/24'],
      systems: {
        budget: {
          name: '预算管理',
          mlps: 3,
          tiers: {
            web: {
              plane: 'internet',
              zone: 'app',
              servers: 2,
              flavor: 'c4m8',
              entry: { host: 'budget.suizhou.gov.example', tls: 'budget-2026' },
            },
            app: {
              plane: 'extranet',
              zone: 'dept',
              servers: 2,
              flavor: 'c4m8',
              entry: { host: 'budget-office.suizhou.gov.example', tls: 'budget-office-2026' },
            },
            db: {
              plane: 'extranet',
              zone: 'data',
              servers: 1,
              flavor: 'c8m32',
              volumes: { data: { sizeGiB: 200 } },
            },
          },
          flows: {
            'web-to-app': { from: 'web', to: 'app', through: 'budget-requests', purpose: 'budget figures' },
            'app-to-db': { from: 'app', to: 'db', ports: 'tcp/5432', purpose: 'budget database' },
          },
        },
      },
    },
    health: {
      name: '卫生健康委员会',
      sources: ['59.192.11.0/24'],
      systems: {
        archive: {
          name: '健康档案',
          mlps: 2,
          tiers: {
            app: { plane: 'extranet', zone: 'dept', servers: 1, flavor: 'c4m8' },
            db: { plane: 'extranet', zone: 'data', servers: 1, flavor: 'c8m32' },
          },
          flows: { 'app-to-db': { from: 'app', to: 'db', ports: 'tcp/5432', purpose: 'archive database' } },
        },
      },
    },
  },
  gap: {
    devices: { 'gap-1': { outer: 'internet/exchange', inner: 'extranet/exchange' } },
    channels: {
      'budget-requests': {
        device: 'gap-1',
        kind: 'request',
        direction: 'in',
        from: 'finance/budget/web',
        to: 'finance/budget/app',
        ports: 'tcp/8443',
        maxMbps: 100,
        whitelist: ['GET /v1/figures'],
        checks: ['antivirus', 'content'],
        approval: { id: 'SZ-GAP-1', until: '2027-12-31' },
      },
    },
  },
};

/** The small environment with a difference, as it was written. */
export function writtenEnvironment(difference: Difference<WrittenEnvironment> = {}): WrittenEnvironment {
  return merged(small, difference) as WrittenEnvironment;
}

/**
 * The small environment with a difference, as the reader gives it. The place of a value is its path
 * (`planes/extranet/physnet`), or that of the nearest ancestor that was written.
 */
export function environment(difference: Difference<WrittenEnvironment> = {}, id = 'small'): Environment {
  return environmentOf(writtenEnvironment(difference), id);
}

/** Any environment as the reader gives it, with places as `environment` has them. */
export function environmentOf(written: WrittenEnvironment, id = 'small'): Environment {
  return {
    id,
    values: environmentSchema.parse(written),
    placeOf: (path) => {
      let depth = 0;
      for (let at: unknown = written; depth < path.length; depth++) {
        const next = Object(at) as Record<string | number, unknown>;
        if (!Object.hasOwn(next, path[depth] as string | number)) break;
        at = next[path[depth] as string | number];
      }
      return path.slice(0, depth).join('/');
    },
  };
}

/** Every problem that the design finds in an environment; none where it can be designed. */
export function problemsOf(difference: Difference<WrittenEnvironment>): readonly Problem[] {
  return problemsIn(environment(difference));
}

/** The same in one line each: `CODE place · message · fix`. */
export function said(difference: Difference<WrittenEnvironment>): readonly string[] {
  return problemsOf(difference).map(({ code, at, message, fix }) => `${code} ${at} · ${message.en} · ${fix.en}`);
}

export function problemsIn(one: Environment): readonly Problem[] {
  try {
    designEnvironment(one);
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}

/** Objects merge by key, lists and scalars replace, `undefined` removes. */
export function merged(base: unknown, difference: unknown): unknown {
  if (!isObject(base) || !isObject(difference)) return difference;
  const all = { ...base, ...difference };
  const entries = Object.keys(all).flatMap((key) => {
    const changed = Object.hasOwn(difference, key);
    const value = changed ? merged(base[key], difference[key]) : base[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
