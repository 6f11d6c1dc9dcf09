import { Cidr } from '../../model/cidr';
import type { Design } from '../../model/design/design';
import type { ProjectDesign } from '../../model/design/project-design';
import type { VpcDesign } from '../../model/design/tenant-design';
import type { EnvironmentValues } from '../../model/environment/environment-schema';
import type { Text } from '../../model/text';

/** How full something is. */
export interface Fit {
  readonly subject: string;
  readonly what: Text;
  readonly used: number;
  readonly has: number;
  readonly place: string;
}

/** Rules of one group that the provider writes in bearable time, one after the other. */
const RULES = 50;
/** Neutron keeps the first and the last address of an IPv4 subnet, the router one, DHCP or metadata one. */
const KEPT = 4;

/**
 * Everything that a cloud has a limit of: pools as they are and with one host less (the failure domain), address space of
 * zones, addresses of networks, rules of groups, quotas of projects. The fullest first.
 */
export function fitOf(design: Design, { pools }: Pick<EnvironmentValues, 'pools'>): Fit[] {
  const found = [
    ...design.pools.flatMap((pool) => poolFits(pool, pools[pool.key]?.hosts ?? 1)),
    ...zoneFits(design),
    ...design.tenants.flatMap(({ vpcs }) => vpcs.flatMap(vpcFits)),
  ];
  return found.sort(
    (a, b) => share(b) - share(a) || (`${a.subject}${a.what.en}` < `${b.subject}${b.what.en}` ? -1 : 1),
  );
}

export function share({ used, has }: Fit): number {
  return has === 0 ? (used === 0 ? 0 : Number.POSITIVE_INFINITY) : used / has;
}

function poolFits({ key, wanted, capacity, place }: Design['pools'][number], hosts: number): Fit[] {
  const less = (all: number) => Math.floor((all * (hosts - 1)) / hosts);
  const of = (en: string, zh: string, used: number, has: number): Fit => ({
    subject: key,
    what: { en, zh },
    used,
    has,
    place,
  });
  return [
    of('processors', '处理器', wanted.vcpus, capacity.vcpus),
    of('memory, GiB', '内存（GiB）', wanted.memoryGiB, capacity.memoryGiB),
    of('processors with one host less', '少一台主机时的处理器', wanted.vcpus, less(capacity.vcpus)),
    of('memory with one host less, GiB', '少一台主机时的内存（GiB）', wanted.memoryGiB, less(capacity.memoryGiB)),
  ];
}

function zoneFits({ planes, tenants }: Design): Fit[] {
  const networks = tenants.flatMap(({ vpcs }) => vpcs.flatMap((vpc) => vpc.networks));
  return planes.flatMap((plane) =>
    plane.zones.flatMap(({ key, blocks, network, place }): Fit[] => {
      if (network) return [];
      const inside = networks.filter((one) => one.plane === plane.key && one.zone === key);
      const taken = inside.flatMap((one) => one.subnets.filter(({ family }) => family === 4).map(({ cidr }) => cidr));
      const sizes = (all: readonly string[]) =>
        all.filter((one) => !one.includes(':')).reduce((sum, one) => sum + Number(Cidr.of(one).size), 0);
      const what = { en: 'addresses given to networks', zh: '已分配给网络的地址' };
      return [{ subject: `${plane.key}/${key}`, what, used: sizes(taken), has: sizes(blocks), place }];
    }),
  );
}

function vpcFits({ networks, tiers, groups, project, entries }: VpcDesign): Fit[] {
  const addresses = networks.flatMap(({ key, subnets, place }): Fit[] => {
    const used = tiers.filter((one) => one.network === key).reduce((sum, one) => sum + one.ports.length, 0);
    return subnets
      .filter(({ family }) => family === 4)
      .map(({ cidr }) => ({
        subject: key,
        what: { en: 'addresses of the network', zh: '网络地址' },
        used,
        has: Math.max(0, Number(Cidr.of(cidr).size) - KEPT),
        place,
      }));
  });
  const rules = groups.map(({ key, rules, place }) => ({
    subject: key,
    what: { en: 'rules of the group', zh: '安全组规则' },
    used: rules.length,
    has: RULES,
    place,
  }));
  return [...addresses, ...rules, ...quotaFits(project, { networks, tiers, groups, entries })];
}

type Owned = Pick<VpcDesign, 'networks' | 'tiers' | 'groups' | 'entries'>;

function quotaFits({ key, quota, place }: ProjectDesign, { networks, tiers, groups, entries }: Owned): Fit[] {
  const servers = tiers.reduce((sum, tier) => sum + tier.ports.length, 0);
  const volumes = tiers.flatMap((tier) => tier.volumes);
  const of = (en: string, zh: string, used: number, has: number): Fit[] =>
    has < 0 ? [] : [{ subject: key, what: { en: `quota of ${en}`, zh: `${zh}配额` }, used, has, place }];
  return [
    ...of('servers', '云主机', servers, quota.instances),
    ...of('volumes', '云硬盘', volumes.length, quota.volumes),
    ...of(
      'volumes, GiB',
      '存储（GiB）',
      volumes.reduce((sum, one) => sum + one.sizeGiB, 0),
      quota.gigabytes,
    ),
    ...of('networks', '网络', networks.length, quota.networks),
    // Neutron makes one group and four rules of its own in every project.
    ...of('security groups', '安全组', groups.length + 1, quota.securityGroups),
    ...of(
      'rules',
      '规则',
      groups.reduce((sum, one) => sum + one.rules.length, 4),
      quota.securityGroupRules,
    ),
    ...of('load balancers', '负载均衡', entries.filter((one) => one.project === key).length, quota.loadBalancers),
  ];
}
