import { QUOTA_TOO_SMALL } from '../problems/capacity-problems';
import type { Decision } from './decision';
import type { QuotaDesign } from './project-design';
import type { TierDesign, VpcDesign } from './tenant-design';

type QuotaClass = Decision['values']['quotas'][string];

/** No limit: the platform's own projects are bounded by the cloud itself. */
const NONE = -1;
export const unlimited: QuotaDesign = {
  instances: NONE,
  cores: NONE,
  ramMiB: NONE,
  serverGroups: NONE,
  serverGroupMembers: NONE,
  volumes: NONE,
  snapshots: NONE,
  gigabytes: NONE,
  networks: NONE,
  subnets: NONE,
  routers: NONE,
  ports: NONE,
  floatingIps: NONE,
  securityGroups: NONE,
  securityGroupRules: NONE,
  loadBalancers: NONE,
  listeners: NONE,
  pools: NONE,
  members: NONE,
};

/** Servers behind load balancers are limited together, this many for each. */
const MEMBERS = 20;

/** The class that the department has, with what it says of its own. Absent where there is no such class. */
export function quotaOf(decision: Decision, tenant: string): QuotaDesign | undefined {
  const written = decision.values.tenants[tenant];
  if (written === undefined) return undefined;
  const classes = new Map(Object.entries(decision.values.quotas));
  const what = { en: 'quota class', zh: '配额等级' };
  const found = decision.find(classes, written.quota, what, decision.place('tenants', tenant, 'quota'));
  if (found === undefined) return undefined;
  const own = Object.entries(written.quotas ?? {}).filter(([, limit]) => limit !== undefined);
  const { ramGiB, loadBalancers, ...same } = { ...found, ...(Object.fromEntries(own) as Partial<QuotaClass>) };
  return {
    ...same,
    ramMiB: ramGiB * 1024,
    serverGroups: same.instances,
    serverGroupMembers: same.instances,
    loadBalancers,
    listeners: loadBalancers * 2,
    pools: loadBalancers * 2,
    members: loadBalancers * MEMBERS,
  };
}

/** What a project will hold, in the names of the quota file, against its limits. */
export function checkQuota(
  decision: Decision,
  tenant: string,
  vpc: Omit<VpcDesign, 'project'>,
  quota: QuotaDesign,
): void {
  const { tiers, networks, groups, router, entries } = vpc;
  const servers = tiers.reduce((sum, tier) => sum + tier.ports.length, 0);
  const volumes = tiers.flatMap((tier) => tier.volumes);
  const subnets = networks.flatMap((network) => network.subnets);
  const [cores, ramGiB] = computeOf(decision, tiers);
  const own = entries.filter((entry) => entry.project === vpc.key);
  const members = own.reduce((sum, entry) => sum + entry.members.length, 0);
  // Each network has a metadata or DHCP port of Neutron, each load balancer its VIP and two of its own.
  const ports = servers + networks.length + router.interfaces.length + own.length * 3;
  // Neutron makes the group `default`, with four rules, in every project.
  const rules = groups.reduce((sum, group) => sum + group.rules.length, 4);
  const needs: readonly (readonly [name: string, needs: number, has: number])[] = [
    ['instances', servers, quota.instances],
    ['cores', cores, quota.cores],
    ['ramGiB', ramGiB, quota.ramMiB === NONE ? NONE : quota.ramMiB / 1024],
    ['volumes', volumes.length, quota.volumes],
    ['gigabytes', volumes.reduce((sum, one) => sum + one.sizeGiB, 0), quota.gigabytes],
    ['networks', networks.length, quota.networks],
    ['subnets', subnets.length, quota.subnets],
    ['routers', 1, quota.routers],
    ['ports', ports, quota.ports],
    ['floatingIps', own.length, quota.floatingIps],
    ['securityGroups', groups.length + 1, quota.securityGroups],
    ['securityGroupRules', rules, quota.securityGroupRules],
    ['loadBalancers', Math.max(own.length, Math.ceil(members / MEMBERS)), quota.loadBalancers],
  ];
  const place = decision.place('tenants', tenant, 'quota');
  for (const [what, wanted, has] of needs)
    if (has !== NONE && wanted > has)
      decision.report(QUOTA_TOO_SMALL.at(place, { project: vpc.key, what, needs: wanted, has }));
}

function computeOf(decision: Decision, tiers: readonly TierDesign[]): readonly [cores: number, ramGiB: number] {
  let [cores, ramGiB] = [0, 0];
  for (const tier of tiers) {
    const size = decision.values.flavors[tier.flavor.split('/')[1] ?? ''];
    cores += (size?.vcpus ?? 0) * tier.ports.length;
    ramGiB += (size?.memoryGiB ?? 0) * tier.ports.length;
  }
  return [cores, ramGiB];
}
