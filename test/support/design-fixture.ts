import type { AssuranceDesign } from '../../model/design/assurance-design';
import type { Design } from '../../model/design/design';
import type { EntryDesign } from '../../model/design/entry-design';
import type { GapSideDesign } from '../../model/design/gap-design';
import type { NetworkDesign, SubnetDesign } from '../../model/design/network-design';
import type { PlaneDesign, RelayDesign, ZoneDesign } from '../../model/design/plane-design';
import type { PoolDesign } from '../../model/design/pool-design';
import type { PortDesign } from '../../model/design/port-design';
import type { ProjectDesign, QuotaDesign } from '../../model/design/project-design';
import type { RouterDesign } from '../../model/design/router-design';
import type { RuleDesign, SecurityGroupDesign } from '../../model/design/security-group-design';
import type { StackDesign } from '../../model/design/stack-design';
import type { TenantDesign, TierDesign, VpcDesign } from '../../model/design/tenant-design';
import type { PlaneRole } from '../../model/plane-role';
import type { ZoneKind } from '../../model/zone-kind';

/** Numbers of the fixture's planes: the second octet of their addresses. */
const NUMBERS: Readonly<Record<string, number>> = { extranet: 16, internet: 32, management: 48 };
const numberOf = (plane: string) => NUMBERS[plane] ?? 99;

export const QUOTA: QuotaDesign = {
  instances: 10,
  cores: 40,
  ramMiB: 81920,
  serverGroups: 4,
  serverGroupMembers: 10,
  volumes: 10,
  snapshots: 10,
  gigabytes: 1000,
  networks: 4,
  subnets: 8,
  routers: 1,
  ports: 40,
  floatingIps: 2,
  securityGroups: 10,
  securityGroupRules: 200,
  loadBalancers: 2,
  listeners: 2,
  pools: 2,
  members: 8,
};

export function project(key: string, plane: string): ProjectDesign {
  const tags = ['adcode:130000', `plane:${plane}`];
  const place = 'planes.yaml:3:3';
  return { key, name: `130000-${key}`, plane, description: `Project ${key}`, quota: QUOTA, tags, place };
}

export function subnet(network: string, cidr: string, gateway: string, dhcp = true): SubnetDesign {
  const family = cidr.includes(':') ? 6 : 4;
  const first = gateway.replace(/1$/, '2');
  return {
    key: `v${family}`,
    name: `${network}-v${family}`,
    family,
    cidr,
    gateway,
    dhcp,
    dynamic: { start: first, end: gateway.replace(/1$/, '9') },
  };
}

/** The `n`-th /24 and /64 of the plane. */
export function network(key: string, plane: string, zone: string, owner: string, n: number): NetworkDesign {
  const second = numberOf(plane);
  const external = zone === 'edge';
  const [v4, v6] = [`10.${second}.${n}`, `2001:db8:${second}:${n}::`];
  return {
    key,
    name: key,
    plane,
    zone,
    project: owner,
    external,
    segment: { type: 'vlan', physnet: `physnet-${plane}`, id: second * 10 + n },
    subnets: [subnet(key, `${v4}.0/24`, `${v4}.1`, !external), subnet(key, `${v6}/64`, `${v6}1`, !external)],
    tags: ['adcode:130000', `plane:${plane}`, `zone:${zone}`],
    place: 'zones.yaml:7:5',
  };
}

export function rule(key: string, remotePrefix: string, port: number): RuleDesign {
  return {
    key,
    direction: 'ingress',
    family: remotePrefix.includes(':') ? 6 : 4,
    protocol: 'tcp',
    ports: { from: port, to: port },
    remotePrefix,
    description: 'F10 finance/budget/web-to-app: budget figures',
    place: 'tenants/finance.yaml:21:7',
  };
}

function icmp(remotePrefix: string): RuleDesign {
  const { ports: _all, ...rest } = rule(`ingress-icmp-${remotePrefix}`, remotePrefix, 0);
  return { ...rest, protocol: 'icmp' };
}

export function group(key: string, owner: string, rules: readonly RuleDesign[] = []): SecurityGroupDesign {
  const tags = ['adcode:130000'];
  const place = 'tenants/finance.yaml:14:7';
  return { key, name: key, project: owner, description: `Group ${key}`, rules, tags, place };
}

export function port(key: string, on: NetworkDesign, owner: string, groups: readonly string[], n: number): PortDesign {
  const second = numberOf(on.plane);
  const third = on.segment.id - second * 10;
  return {
    key,
    name: key,
    network: on.key,
    project: owner,
    addresses: [
      { subnet: 'v4', address: `10.${second}.${third}.${n}` },
      { subnet: 'v6', address: `2001:db8:${second}:${third}::${n}` },
    ],
    groups,
    description: `Port ${key}`,
    tags: ['adcode:130000'],
    place: 'tenants/finance.yaml:16:9',
  };
}

export function router(owner: string, plane: string, networks: readonly NetworkDesign[], n: number): RouterDesign {
  const second = numberOf(plane);
  return {
    key: owner,
    name: owner,
    project: owner,
    plane,
    gateway: {
      network: `${plane}/edge`,
      addresses: [
        { subnet: 'v4', address: `10.${second}.0.${n}` },
        { subnet: 'v6', address: `2001:db8:${second}:0::${n}` },
      ],
    },
    interfaces: networks.flatMap(({ key, subnets }) => subnets.map((one) => ({ network: key, subnet: one.key }))),
    tags: ['adcode:130000'],
    place: 'planes.yaml:2:1',
  };
}

function zone(key: string, kind: ZoneKind, plane: string, n: number): ZoneDesign {
  const owned = network(`${plane}/${key}`, plane, key, `platform-${plane}`, n);
  return {
    key,
    kind,
    plane,
    trust: 2,
    mlps: 3,
    blocks: owned.subnets.map(({ cidr }) => cidr),
    network: key === 'edge' && kind !== 'M-OPS' ? withReachable(owned) : owned,
    groups: [group(`${plane}/${key}`, `platform-${plane}`, [icmp('10.48.0.0/16'), icmp('2001:db8:48::/48')])],
    place: 'zones.yaml:7:5',
  };
}

function withReachable(edge: NetworkDesign): NetworkDesign {
  const cidr = edge.plane === 'extranet' ? '59.192.0.0/24' : '192.0.2.0/24';
  const key = `reachable-${cidr.replace(/[./]/g, '-')}`;
  const reachable: SubnetDesign = {
    key,
    name: `${edge.name}-${key}`,
    family: 4,
    cidr,
    gateway: null,
    dhcp: false,
    dynamic: null,
  };
  return { ...edge, subnets: [...edge.subnets, reachable] };
}

function relay(plane: string): RelayDesign {
  const legs = [
    { plane, on: network(`${plane}/edge`, plane, 'edge', `platform-${plane}`, 0) },
    { plane: 'management', on: network('management/ops', 'management', 'ops', 'platform-management', 0) },
  ].map((leg) => {
    const key = leg.plane === plane ? `${plane}/bastion` : `management/${plane}-bastion`;
    const owner = `platform-${leg.plane}`;
    return {
      plane: leg.plane,
      port: port(key, leg.on, owner, [key], plane === 'extranet' ? 20 : 21),
      groups: [group(key, owner, [rule('ingress-tcp-22-10.48.0.0/24', '10.48.0.0/24', 22)])],
    };
  });
  return { key: 'bastion', legs, place: 'planes.yaml:2:1' };
}

function plane(key: 'extranet' | 'internet' | 'management', zones: readonly ZoneDesign[]): PlaneDesign {
  const second = numberOf(key);
  const owner = `platform-${key}`;
  const reachable = key === 'extranet' ? ['59.192.0.0/24'] : key === 'internet' ? ['192.0.2.0/24'] : [];
  const role: PlaneRole = key;
  const inside = zones.flatMap((one) => (one.network === undefined || one.key === 'edge' ? [] : [one.network]));
  const business = key !== 'management';
  return {
    key,
    role,
    site: 'main',
    physnet: `physnet-${key}`,
    segmentation: 'vlan',
    segments: { first: second * 10, last: second * 10 + 9 },
    blocks: [`10.${second}.0.0/16`, `2001:db8:${second}::/48`],
    reachable,
    uplinks: [],
    pools: [
      { key: `${key}-v4`, name: `130000/${key}-v4`, family: 4, prefixes: [`10.${second}.0.0/16`, ...reachable] },
      { key: `${key}-v6`, name: `130000/${key}-v6`, family: 6, prefixes: [`2001:db8:${second}::/48`] },
    ],
    project: project(owner, key),
    ...(business && { router: router(owner, key, inside, 2) }),
    zones,
    relays: business ? [relay(key)] : [],
    tags: ['adcode:130000', `plane:${key}`],
    place: 'planes.yaml:2:1',
  };
}

const POOL: PoolDesign = {
  key: 'extranet-arm',
  plane: 'extranet',
  site: 'main',
  arch: 'aarch64',
  xinchuang: true,
  mlps: 3,
  aggregates: [{ key: 'extranet-arm/az1', name: 'extranet-arm-az1', zone: 'az1', metadata: { pool: 'extranet-arm' } }],
  flavors: [
    {
      key: 'extranet-arm/c8m16',
      name: '130000-extranet-arm-c8m16',
      vcpus: 8,
      ramMiB: 16384,
      diskGiB: 40,
      extraSpecs: { 'aggregate_instance_extra_specs:pool': 'extranet-arm' },
    },
  ],
  capacity: { vcpus: 640, memoryGiB: 2560 },
  wanted: { vcpus: 16, memoryGiB: 32 },
  place: 'pools.yaml:2:1',
};

/** A tier of `servers` equal servers in a network of its own. */
export function tier(key: string, on: NetworkDesign, servers: number): TierDesign {
  const numbers = Array.from({ length: servers }, (_, i) => i + 1);
  return {
    key,
    name: key,
    network: on.key,
    zone: on.zone,
    mlps: 3,
    pool: POOL.key,
    flavor: 'extranet-arm/c8m16',
    ports: numbers.map((n) => port(`${key}/${n}`, on, on.project, [key, `${on.project}/baseline`], 10 + n)),
    ...(servers > 1 && { serverGroup: { name: key } }),
    volumes: numbers.map((n) => ({
      key: `${key}/${n}/data`,
      name: `${key}/${n}/data`,
      sizeGiB: 100,
      type: 'encrypted',
      backup: 'B2',
      metadata: { dept: 'finance' },
      place: 'tenants/finance.yaml:18:9',
    })),
    tags: ['dept:finance'],
    place: 'tenants/finance.yaml:14:7',
  };
}

export function vpc(
  tenant: string,
  on: 'extranet' | 'internet',
  n: number,
  entries: readonly EntryDesign[] = [],
): VpcDesign {
  const key = `${tenant}-${on}`;
  const app = network(`${tenant}/${on}/app`, on, 'dept', key, n);
  const baseline = group(`${key}/baseline`, key, [rule('egress-udp-53', '10.48.0.0/24', 53)]);
  const own = group(app.key, key, [
    rule('ingress-tcp-8080-10.16.9.0/24', '10.16.9.0/24', 8080),
    rule('ingress-tcp-8080-2001:db8:16:9::/64', '2001:db8:16:9::/64', 8080),
  ]);
  return {
    key,
    plane: on,
    project: { ...project(key, on), tenant },
    router: router(key, on, [app], 10 + n),
    networks: [app],
    groups: [baseline, own],
    tiers: [tier(app.key, app, 2)],
    entries,
    flavors: ['extranet-arm/c8m16'],
    keyContainer: `${key}-keys`,
  };
}

/** An entry in the DMZ of the Internet plane, owned by the platform. */
export function entry(key: string): EntryDesign {
  return {
    key,
    name: key,
    plane: 'internet',
    project: 'platform-internet',
    network: 'internet/dmz',
    vip: { subnet: 'v4', address: '10.32.1.30' },
    floatingIp: { network: 'internet/edge', subnet: 'reachable-192-0-2-0-24', address: '192.0.2.10' },
    host: 'budget.example.gov',
    port: 443,
    tls: 'budget-certificate',
    allowedCidrs: ['192.0.2.0/24', '10.0.0.0/8'],
    members: [{ key: '1', address: '10.32.5.11', port: 8080 }],
    tags: ['dept:finance'],
    place: 'tenants/finance.yaml:19:9',
  };
}

export function tenant(key: string, n: number): TenantDesign {
  const entries = [entry(`${key}/internet/app`)];
  return {
    key,
    name: `Department ${key}`,
    systems: [],
    vpcs: [vpc(key, 'extranet', n), vpc(key, 'internet', n, entries)],
    dnsZone: { name: `${key}.example.gov.`, email: 'dns@example.gov' },
    place: `tenants/${key}.yaml:1:1`,
  };
}

function gapSide(side: 'outer' | 'inner', plane: string): GapSideDesign {
  const key = `gap-1/${side}`;
  const owner = `platform-${plane}`;
  const exchange = network(`${plane}/exchange`, plane, 'exchange', owner, 2);
  return { side, plane, groups: [group(key, owner)], ports: [port(`${key}/a`, exchange, owner, [key], 20)] };
}

function stack(key: string, kind: StackDesign['kind'], after: readonly string[], tenantKey?: string): StackDesign {
  return { key, kind, site: 'main', region: 'RegionOne', after, ...(tenantKey !== undefined && { tenant: tenantKey }) };
}

/** Nothing was declared. */
export const ASSURANCE: AssuranceDesign = {
  operations: { place: 'environment.yaml:1:1' },
  detection: { place: 'environment.yaml:1:1' },
  protection: { place: 'environment.yaml:1:1' },
  backup: { tiers: [], place: 'environment.yaml:1:1' },
  images: [],
  volumeClasses: [],
  approvals: [],
  operators: [],
};

/** A cloud of three planes, one gap and the given departments: small, and with a case of everything. */
export function design(tenants: readonly TenantDesign[] = [tenant('finance', 5)]): Design {
  return {
    environment: 'hebei',
    name: 'Hebei',
    adcode: '130000',
    level: 'province',
    mlps: 3,
    provider: 'example',
    dnsZone: { name: 'example.gov.', email: 'dns@example.gov' },
    sites: [{ key: 'main', role: 'primary', adcode: '130100', region: 'RegionOne', zones: ['az1'] }],
    planes: [
      plane('extranet', [zone('edge', 'E-EDGE', 'extranet', 0), zone('exchange', 'E-EXCH', 'extranet', 2)]),
      plane('internet', [
        zone('dmz', 'I-DMZ', 'internet', 1),
        zone('edge', 'I-EDGE', 'internet', 0),
        zone('exchange', 'I-EXCH', 'internet', 2),
      ]),
      plane('management', [zone('ops', 'M-OPS', 'management', 0)]),
    ],
    pools: [POOL],
    gaps: [
      {
        key: 'gap-1',
        sides: [gapSide('outer', 'internet'), gapSide('inner', 'extranet')],
        channels: [],
        place: 'gap.yaml:2:1',
      },
    ],
    tenants,
    edgeRoutes: [],
    intent: {
      network: { driver: 'unknown', release: 'unknown' },
      planes: [],
      zones: [],
      ends: [],
      flows: [],
      operations: [],
    },
    assurance: ASSURANCE,
    stacks: [
      stack('foundation', 'foundation', []),
      stack('gap', 'gap', ['planes']),
      stack('planes', 'planes', ['foundation']),
      ...tenants.map(({ key }) => stack(`tenant-${key}`, 'tenant', ['foundation', 'planes'], key)),
    ],
    ledger: { blocks: {}, segments: {} },
  };
}
