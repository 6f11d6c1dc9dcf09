import type { Cidr } from '../cidr';
import { overlaps } from '../overlaps';
import { businessRoles, type PlaneRole, planeRoles } from '../plane-role';
import { NET_OVERLAP } from '../problems/address-problems';
import { PLANE_MISSING, PLANE_ROLE, PLANE_ROLE_TWICE, PLANES_SHARE, VLAN_RANGE } from '../problems/plane-problems';
import { sortedEntries } from '../stable-hash';
import type { DecidedSites } from './decide-sites';
import type { Decision } from './decision';
import type { SiteDesign } from './design';
import type { UplinkDesign } from './plane-design';

/** A plane before anything is in it. */
export interface DecidedPlane {
  readonly key: string;
  readonly role: PlaneRole;
  readonly site: SiteDesign;
  readonly physnet: string;
  readonly segmentation: 'vlan' | 'vxlan' | 'geneve';
  readonly segments: { readonly first: number; readonly last: number };
  readonly blocks: readonly Cidr[];
  /** IPv4 only: one-to-one mappings exist for no other family in Neutron. */
  readonly reachable: readonly Cidr[];
  readonly uplinks: readonly UplinkDesign[];
  readonly peakMbps?: number;
  readonly place: string;
}

/** IEEE 802.1Q. */
const LAST_VLAN = 4094;

/** The planes, each with its own physical network, segments and addresses. */
export function decidePlanes(decision: Decision, { sites, primary }: DecidedSites): ReadonlyMap<string, DecidedPlane> {
  const planes = new Map<string, DecidedPlane>();
  for (const [key, written] of sortedEntries(decision.values.planes)) {
    const place = decision.place('planes', key);
    const role = written.role ?? planeRoles.find((one) => one === key);
    if (role === undefined) decision.report(PLANE_ROLE.at(place, { plane: key, roles: planeRoles }));
    const site =
      written.site === undefined
        ? primary
        : decision.find(sites, written.site, { en: 'site', zh: '站点' }, decision.place('planes', key, 'site'));
    if (role === undefined || site === undefined) continue;
    const { physnet, segmentation, segments, blocks, peakMbps } = written;
    const uplinks = sortedEntries(written.uplinks).map(([uplink, { forwardingPlane, ...line }]) => ({
      key: uplink,
      ...line,
      ...(forwardingPlane && { forwardingPlane }),
    }));
    const reachable = written.reachable.filter((block) => block.family === 4);
    const lines = { uplinks, ...(peakMbps !== undefined && { peakMbps }) };
    planes.set(key, { key, role, site, physnet, segmentation, segments, blocks, reachable, ...lines, place });
    if (segmentation === 'vlan' && segments.last > LAST_VLAN)
      decision.report(VLAN_RANGE.at(decision.place('planes', key, 'segments'), { last: segments.last }));
  }
  checkRoles(decision, planes, primary);
  checkShared(decision, [...planes.values()]);
  checkBlocks(decision, [...planes.values()]);
  return planes;
}

function checkRoles(
  decision: Decision,
  planes: ReadonlyMap<string, DecidedPlane>,
  primary: SiteDesign | undefined,
): void {
  const first = new Map<string, string>();
  for (const { key, role, site, place } of planes.values()) {
    const other = first.get(`${role} ${site.key}`);
    if (other === undefined) first.set(`${role} ${site.key}`, key);
    else decision.report(PLANE_ROLE_TWICE.at(place, { role, site: site.key, other }));
  }
  const { mlps } = decision.values;
  const needed: readonly PlaneRole[] = mlps >= 3 ? ['management', 'storage'] : [];
  for (const role of needed)
    if (primary !== undefined && !first.has(`${role} ${primary.key}`))
      decision.report(PLANE_MISSING.at(decision.place('planes'), { role, mlps }));
}

function checkShared(decision: Decision, planes: readonly DecidedPlane[]): void {
  planes.forEach((plane, index) => {
    for (const other of planes.slice(0, index)) {
      const share = (field: string, en: string, zh: string, value: string) =>
        decision.report(
          PLANES_SHARE.at(decision.place('planes', plane.key, field), { what: { en, zh }, value, other: other.key }),
        );
      if (plane.physnet === other.physnet) share('physnet', 'physical network', '物理网络', plane.physnet);
      const first = Math.max(plane.segments.first, other.segments.first);
      const last = Math.min(plane.segments.last, other.segments.last);
      if (first <= last) share('segments', 'segment', '网段标识', first === last ? `${first}` : `${first}-${last}`);
    }
  });
}

function checkBlocks(decision: Decision, planes: readonly DecidedPlane[]): void {
  const all = planes.flatMap((plane) =>
    (['blocks', 'reachable'] as const).flatMap((field) =>
      plane[field].map((block) => ({ block, plane: plane.key, field })),
    ),
  );
  for (const [outer, inner] of overlaps(all)) {
    const index = decision.values.planes[inner.plane]?.[inner.field].findIndex((one) => `${one}` === `${inner.block}`);
    decision.report(
      NET_OVERLAP.at(decision.place('planes', inner.plane, inner.field, index ?? 0), {
        block: { en: `${inner.block} of plane ${inner.plane}`, zh: `平面 ${inner.plane} 的 ${inner.block} ` },
        other: { en: `plane ${outer.plane}`, zh: `平面 ${outer.plane} ` },
        otherBlock: `${outer.block}`,
      }),
    );
  }
}

export function isBusiness(plane: { readonly role: PlaneRole }): boolean {
  return businessRoles.includes(plane.role);
}
