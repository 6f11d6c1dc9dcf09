import type { Design } from '../../../model/design/design';
import type { NetworkDesign } from '../../../model/design/network-design';
import type { PortDesign } from '../../../model/design/port-design';
import type { RouterDesign } from '../../../model/design/router-design';
import type { SecurityGroupDesign } from '../../../model/design/security-group-design';
import type { TenantDesign } from '../../../model/design/tenant-design';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One decided thing in one line: `stack kind key attribute=value …`. */
function line(stack: string, kind: string, key: string, attributes: Attributes = {}): string {
  const words = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${value}`);
  return [stack, kind, key, ...words].join(' ');
}

/** What is made for the platform: sites, pools, planes, gaps. */
export function platformList(design: Design): readonly string[] {
  return [
    ...design.stacks.map((one) => line(one.key, 'stack', one.kind, { region: one.region, after: one.after.join(',') })),
    ...design.pools.flatMap((pool) => [
      line('foundation', 'pool', pool.key, {
        plane: pool.plane,
        arch: pool.arch,
        mlps: pool.mlps,
        vcpus: `${pool.wanted.vcpus}/${pool.capacity.vcpus}`,
        memoryGiB: `${pool.wanted.memoryGiB}/${pool.capacity.memoryGiB}`,
      }),
      ...pool.aggregates.map((one) => line('foundation', 'aggregate', one.key, { name: one.name, zone: one.zone })),
    ]),
    ...design.planes.flatMap((plane) => [
      line('planes', 'plane', plane.key, {
        role: plane.role,
        site: plane.site,
        physnet: plane.physnet,
        segments: `${plane.segments.first}-${plane.segments.last}`,
        blocks: plane.blocks.join(','),
        reachable: plane.reachable.join(','),
      }),
      ...(plane.router ? [routerLine('planes', plane.router)] : []),
      ...plane.zones.flatMap((zone) => [
        line('planes', 'zone', `${plane.key}/${zone.key}`, {
          kind: zone.kind,
          mlps: zone.mlps,
          blocks: zone.blocks.join(','),
        }),
        ...(zone.network ? networkLines('planes', zone.network) : []),
        ...groupLines('planes', zone.groups),
      ]),
      ...plane.relays.flatMap(({ legs }) =>
        legs.flatMap((leg) => [portLine('planes', leg.port), ...groupLines('planes', leg.groups)]),
      ),
    ]),
    ...design.gaps.flatMap(({ key, oneWay, sides, channels }) => [
      line('gap', 'gap', key, { oneWay }),
      ...sides.flatMap(({ groups, ports }) => [
        ...ports.map((one) => portLine('gap', one)),
        ...groupLines('gap', groups),
      ]),
      ...channels.map((one) =>
        line('gap', 'channel', `${key}/${one.key}`, {
          kind: one.kind,
          direction: one.direction,
          from: one.from,
          to: one.to,
        }),
      ),
    ]),
  ];
}

/** What is made for one department. */
export function tenantList({ key, dnsZone, vpcs }: TenantDesign): readonly string[] {
  const stack = `tenant-${key}`;
  return [
    line(stack, 'dns-zone', dnsZone.name),
    ...vpcs.flatMap((vpc) => [
      line(stack, 'project', vpc.project.key, { name: vpc.project.name, instances: vpc.project.quota.instances }),
      routerLine(stack, vpc.router),
      ...vpc.networks.flatMap((one) => networkLines(stack, one)),
      ...groupLines(stack, vpc.groups),
      ...vpc.tiers.flatMap((tier) => [
        line(stack, 'tier', tier.key, { zone: tier.zone, mlps: tier.mlps, flavor: tier.flavor }),
        ...tier.ports.map((one) => portLine(stack, one)),
        ...tier.volumes.map((one) => line(stack, 'volume', one.key, { sizeGiB: one.sizeGiB, type: one.type })),
      ]),
      ...vpc.entries.map((one) =>
        line(stack, 'entry', one.key, {
          host: one.host,
          vip: one.vip.address,
          floating: one.floatingIp.address,
          allowed: one.allowedCidrs.join(','),
          members: one.members.map((member) => `${member.address}:${member.port}`).join(','),
        }),
      ),
    ]),
  ];
}

function networkLines(stack: string, { key, name, segment, subnets }: NetworkDesign): readonly string[] {
  return [
    line(stack, 'network', key, { name: name === key ? undefined : name, segment: `${segment.type}:${segment.id}` }),
    ...subnets.map((one) =>
      line(stack, 'subnet', `${key}/${one.key}`, { cidr: one.cidr, gateway: one.gateway ?? 'none' }),
    ),
  ];
}

function routerLine(stack: string, { key, gateway }: RouterDesign): string {
  return line(stack, 'router', key, { gateway: gateway.addresses.map((one) => one.address).join(',') });
}

function portLine(stack: string, { key, addresses, groups }: PortDesign): string {
  return line(stack, 'port', key, {
    addresses: addresses.map((one) => one.address).join(','),
    groups: groups.join(','),
  });
}

/** Rules without IPv6, which has a twin of each, and without those that every server of a plane has. */
function groupLines(stack: string, groups: readonly SecurityGroupDesign[]): readonly string[] {
  return groups.flatMap(({ key, rules }) => [
    line(stack, 'group', key, { rules: rules.length }),
    ...rules
      .filter((one) => one.family === 4 && !/^F1[4-7] |^F20 /.test(one.description))
      .map((one) =>
        line(stack, 'rule', `${key} ${one.key}`, { flow: one.description.split(' ').slice(0, 2).join(' ') }),
      ),
  ]);
}
