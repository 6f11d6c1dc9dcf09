import type { Design } from '../../model/design/design';
import type { TierDesign } from '../../model/design/tenant-design';
import type { EnvironmentValues } from '../../model/environment/environment-schema';
import type { Usage } from './price';

/** What a cloud uses of the catalogue's services, and who and where. */
export interface OwnedUsage extends Usage {
  /** Key of the department, or `platform`. */
  readonly tenant: string;
  readonly plane: string;
}

/** Usage as a design decides it: servers, volumes, entries, and what the platform has for all. */
export function usageOf(design: Design, { volumeClasses }: Pick<EnvironmentValues, 'volumeClasses'>): OwnedUsage[] {
  const pools = new Map(design.pools.map((pool) => [pool.key, pool]));
  const tenants = design.tenants.flatMap(({ key: tenant, vpcs }) =>
    vpcs.flatMap(({ plane, tiers, entries }) => {
      const at = { tenant, plane };
      const servers = tiers.reduce((sum, tier) => sum + tier.ports.length, 0);
      return [
        ...tiers.flatMap((tier) => computeOf(tier, pools.get(tier.pool), at)),
        ...tiers.flatMap(({ volumes }) =>
          volumes.flatMap(({ sizeGiB, type }) => [
            { ...at, service: 'volume', quantity: sizeGiB, fields: { media: volumeClasses[type]?.media ?? type } },
            { ...at, service: 'backup', quantity: sizeGiB, fields: {} },
          ]),
        ),
        { ...at, service: 'host-security', quantity: servers, fields: {} },
        { ...at, service: 'load-balancer', quantity: entries.length, fields: {} },
      ];
    }),
  );
  return summed([...tenants, ...platformUsage(design)]);
}

function computeOf(
  { ports, flavor }: TierDesign,
  pool: Design['pools'][number] | undefined,
  at: Pick<OwnedUsage, 'tenant' | 'plane'>,
): OwnedUsage[] {
  const size = pool?.flavors.find(({ key }) => key === flavor);
  if (!pool || !size) return [];
  const fields = { arch: pool.arch };
  return [
    { ...at, service: 'vcpu', quantity: size.vcpus * ports.length, fields },
    { ...at, service: 'memory', quantity: (size.ramMiB / 1024) * ports.length, fields },
  ];
}

/** What is bought once for a cloud: the way out, and the hosts that watch all servers of a plane. */
function platformUsage({ planes, tenants }: Design): OwnedUsage[] {
  return planes.flatMap(({ key: plane, role, uplinks }) => {
    const vpcs = tenants.flatMap((tenant) => tenant.vpcs.filter((vpc) => vpc.plane === plane));
    const servers = vpcs.flatMap((vpc) => vpc.tiers.flatMap((tier) => tier.ports)).length;
    const entries = vpcs.flatMap((vpc) => vpc.entries).length;
    const mbps = uplinks.filter((one) => one.role !== 'standby').reduce((sum, one) => sum + one.mbps, 0);
    const at = { tenant: 'platform', plane, fields: {} };
    return [
      { ...at, service: 'bastion', quantity: servers },
      { ...at, service: 'log-audit', quantity: servers },
      ...(role === 'internet'
        ? [
            { ...at, service: 'internet-bandwidth', quantity: mbps },
            { ...at, service: 'web-firewall', quantity: entries > 0 ? 1 : 0 },
          ]
        : []),
    ];
  });
}

/** One line for each owner, service and price: packages and thresholds count the whole. */
function summed(usages: readonly OwnedUsage[]): OwnedUsage[] {
  const sums = new Map<string, OwnedUsage>();
  for (const one of usages) {
    const key = [one.tenant, one.plane, one.service, JSON.stringify(one.fields)].join('\t');
    sums.set(key, { ...one, quantity: one.quantity + (sums.get(key)?.quantity ?? 0) });
  }
  return [...sums]
    .filter(([, { quantity }]) => quantity > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}
