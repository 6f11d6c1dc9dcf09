import fc from 'fast-check';
import { type WrittenEnvironment, writtenEnvironment } from '../../support/environment-builder';

type Tenants = NonNullable<WrittenEnvironment['tenants']>;
type Tiers = Tenants[string]['systems'][string]['tiers'];
type Flows = NonNullable<Tenants[string]['systems'][string]['flows']>;

/** Zones where departments have servers, and what a flow from there may reach inside its own system. */
const ZONES = {
  'internet/app': ['internet/app', 'internet/data'],
  'internet/data': ['internet/data'],
  'extranet/public': ['extranet/public', 'extranet/dept', 'extranet/data'],
  'extranet/dept': ['extranet/dept', 'extranet/public', 'extranet/data', 'extranet/share'],
  'extranet/vpn': ['extranet/vpn', 'extranet/dept'],
  'extranet/data': ['extranet/data'],
  'extranet/share': ['extranet/share'],
} as const;
type ZonePath = keyof typeof ZONES;
const ENTRIES: readonly ZonePath[] = ['internet/app', 'extranet/public', 'extranet/dept'];

const TENANTS = ['audit', 'education', 'finance', 'finance-two', 'health', 'water'];
const TIERS = ['app', 'db', 'web', 'x'];
const PORTS = ['tcp/443', 'tcp/5432', 'udp/5000-5010', 'icmp', 'tcp/8000-8999'];

interface DrawnTier {
  readonly zone: ZonePath;
  readonly servers: number;
  readonly entry: boolean;
  readonly volume: boolean;
}

const tier: fc.Arbitrary<DrawnTier> = fc.record({
  zone: fc.constantFrom(...(Object.keys(ZONES) as ZonePath[])),
  servers: fc.integer({ min: 1, max: 9 }),
  entry: fc.boolean(),
  volume: fc.boolean(),
});

const system = fc.record({
  tiers: fc.dictionary(fc.constantFrom(...TIERS), tier, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
  ports: fc.array(fc.constantFrom(...PORTS), { minLength: 1, maxLength: 3 }),
  joined: fc
    .infiniteStream(fc.boolean())
    .map((stream) => Array.from({ length: 16 }, () => stream.next().value === true)),
});

/** An environment that can be designed: any departments, over one or two families. */
export const randomEnvironment: fc.Arbitrary<WrittenEnvironment> = fc
  .record({
    v6: fc.boolean(),
    tenants: fc.dictionary(
      fc.constantFrom(...TENANTS),
      fc.dictionary(fc.constantFrom('one', 'two'), system, { minKeys: 1, noNullPrototype: true }),
      { maxKeys: 5, noNullPrototype: true },
    ),
  })
  .map(({ v6, tenants }) => {
    const channels: NonNullable<NonNullable<WrittenEnvironment['gap']>['channels']> = {};
    const written: Tenants = {};
    for (const [tenant, systems] of Object.entries(tenants)) {
      const own: Tenants[string]['systems'] = {};
      for (const [key, { tiers, ports, joined }] of Object.entries(systems))
        own[key] = {
          name: key,
          mlps: 2,
          tiers: tiersOf(tenant, key, tiers),
          flows: flowsOf(`${tenant}/${key}`, tiers, ports, joined, channels),
        };
      written[tenant] = { name: tenant, sources: [`59.192.${TENANTS.indexOf(tenant)}.0/25`], systems: own };
    }
    return cloud(v6, written, channels);
  });

/** The small environment without its departments, with room for any. */
function cloud(
  v6: boolean,
  tenants: Tenants,
  channels: NonNullable<NonNullable<WrittenEnvironment['gap']>['channels']>,
): WrittenEnvironment {
  const roomy = writtenEnvironment({
    planes: {
      extranet: { segments: '100-999', reachable: ['59.193.0.0/24', '59.194.0.0/27'] },
      internet: { segments: '1000-1999', reachable: ['192.0.2.0/24'] },
      management: { segments: '2000-2009' },
      storage: { segments: '2010-2019' },
    },
    pools: {
      'extranet-arm': { hosts: 200, perHost: { vcpus: 640, memoryGiB: 2560 } },
      'internet-x86': { hosts: 200, perHost: { vcpus: 640, memoryGiB: 2560 } },
    },
    quotas: { standard: { securityGroupRules: 9000, floatingIps: 99, loadBalancers: 99, cores: 4000, instances: 400 } },
    zones: {
      extranet: {
        data: { prefix: 20 },
        share: { prefix: 20 },
        public: { prefix: 20 },
        vpn: { prefix: 20 },
        dept: { prefix: 20 },
      },
      internet: { app: { prefix: 20 }, data: { prefix: 20 } },
    },
  });
  const { planes, gap, ...rest } = roomy;
  const only = Object.entries(planes).map(([key, plane]) => {
    const blocks = v6 ? plane.blocks : plane.blocks.filter((block) => !block.includes(':'));
    return [key, { ...plane, blocks }] as const;
  });
  return { ...rest, planes: Object.fromEntries(only), tenants, gap: { devices: gap?.devices ?? {}, channels } };
}

function tiersOf(tenant: string, system: string, tiers: Readonly<Record<string, DrawnTier>>): Tiers {
  const entries = Object.entries(tiers).map(([key, { zone: path, servers, entry, volume }]) => {
    const [plane = '', zone = ''] = path.split('/');
    const host = `${key}-${system}-${tenant}.suizhou.gov.example`;
    const tierOf = {
      plane,
      zone,
      servers,
      flavor: 'c4m8',
      ...(entry && ENTRIES.includes(path) && { entry: { host, tls: 'certificate' } }),
      ...(volume && { volumes: { data: { sizeGiB: 10 } } }),
    };
    return [key, tierOf] as const;
  });
  return Object.fromEntries(entries);
}

function flowsOf(
  path: string,
  tiers: Readonly<Record<string, DrawnTier>>,
  ports: readonly string[],
  joined: readonly boolean[],
  channels: NonNullable<NonNullable<WrittenEnvironment['gap']>['channels']>,
): Flows {
  const flows: Flows = {};
  let pair = 0;
  for (const [from, { zone: source }] of Object.entries(tiers))
    for (const [to, { zone: target }] of Object.entries(tiers)) {
      if (joined[pair++ % joined.length] !== true) continue;
      const key = `${from}-${to}`;
      const inside = (ZONES[source] as readonly ZonePath[]).includes(target);
      const gap = source === 'internet/app' && (target === 'extranet/dept' || target === 'extranet/share');
      if (inside) flows[key] = { from, to, ports: [...ports], purpose: 'use' };
      if (!gap) continue;
      const channel = `${path.replaceAll('/', '-')}-${key}`.slice(-24).replace(/^[^a-z]+/, '');
      flows[key] = { from, to, through: channel, purpose: 'exchange' };
      channels[channel] = {
        device: 'gap-1',
        kind: 'db',
        direction: 'in',
        from: `${path}/${from}`,
        to: `${path}/${to}`,
        ports: 'tcp/8443',
        maxMbps: 10,
        checks: ['antivirus', 'content'],
        approval: { id: 'G-1', until: '2027-12-31' },
      };
    }
  return flows;
}
