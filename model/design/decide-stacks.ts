import { type MovedKey, MovedKeys } from '../moved-key';
import { byKey } from '../stable-hash';
import type { ClusterDesign } from './cluster-design';
import type { DecidedGap } from './decide-gaps';
import type { DecidedPlane } from './decide-planes';
import type { SiteDesign } from './design';
import type { PoolDesign } from './pool-design';
import type { StackDesign } from './stack-design';
import type { TenantDesign } from './tenant-design';

/**
 * Which state holds what: for each site its compute pools, where it has any, its planes, and the clusters that Magnum makes there; at the primary site also
 * the DNS zone of the cloud, the gaps and one stack for each department, so that a department is one state, one lock and one plan.
 */
export function decideStacks(
  sites: ReadonlyMap<string, SiteDesign>,
  primary: SiteDesign | undefined,
  planes: ReadonlyMap<string, DecidedPlane>,
  pools: readonly PoolDesign[],
  gaps: ReadonlyMap<string, DecidedGap>,
  tenants: readonly TenantDesign[],
  moved: readonly MovedKey[],
  clusters: readonly ClusterDesign[] = [],
): readonly StackDesign[] {
  const stacks: StackDesign[] = [];
  for (const site of sites.values()) {
    const suffix = site === primary ? '' : `-${site.key}`;
    const at = { site: site.key, region: site.region };
    const foundation = `foundation${suffix}`;
    const founded = site === primary || pools.some((pool) => pool.site === site.key);
    if (founded) stacks.push({ key: foundation, kind: 'foundation', ...at, after: [] });
    if ([...planes.values()].some((plane) => plane.site === site))
      stacks.push({ key: `planes${suffix}`, kind: 'planes', ...at, after: founded ? [foundation] : [] });
    if (clusters.some(({ key, magnum }) => magnum !== undefined && planes.get(key)?.site === site))
      stacks.push({ key: `kubernetes${suffix}`, kind: 'kubernetes', ...at, after: [foundation, `planes${suffix}`] });
  }
  if (primary === undefined) return stacks;
  const at = { site: primary.key, region: primary.region };
  if (gaps.size > 0) stacks.push({ key: 'gap', kind: 'gap', ...at, after: ['planes'] });
  const names = new MovedKeys(moved, [...planes.keys()]);
  for (const { key, vpcs } of tenants) {
    if (vpcs.length === 0) continue;
    const first = names.original(key, '/', { tenants: 0 });
    const state = first === key ? {} : { state: `tenant-${first}` };
    stacks.push({
      key: `tenant-${key}`,
      kind: 'tenant',
      ...at,
      ...state,
      tenant: key,
      after: ['foundation', 'planes'],
    });
  }
  return stacks.sort((a, b) => byKey(a.key, b.key));
}
