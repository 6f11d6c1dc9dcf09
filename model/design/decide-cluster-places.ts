import type { EnvironmentValues } from '../environment/environment-schema';
import { kubernetesName } from '../kubernetes-name';
import { KUBE_MAGNUM, KUBE_PLANE, KUBE_POOL } from '../problems/kubernetes-problems';
import { LEVEL_TOO_HIGH } from '../problems/tier-problems';
import { sortedEntries } from '../stable-hash';
import type { NodePoolDesign } from './cluster-design';
import { type DecidedPlane, isBusiness } from './decide-planes';
import type { Decision } from './decision';
import { kubernetesLevel } from './kubernetes-levels';

export type WrittenKubernetes = NonNullable<EnvironmentValues['kubernetes']>;
type WrittenCluster = WrittenKubernetes['clusters'][string];

/** A cluster before what is in it. */
export interface ClusterPlace {
  readonly plane: DecidedPlane;
  readonly written: WrittenCluster;
  readonly stack: string;
  readonly mlps: number;
  readonly zones: readonly string[];
  readonly pools: readonly NodePoolDesign[];
  readonly place: string;
}

/** Architectures as nodes name them. */
const ARCHITECTURES: Readonly<Record<string, string>> = { x86_64: 'amd64', aarch64: 'arm64', loongarch64: 'loong64' };

/** The clusters by plane. */
export function decideClusterPlaces(
  decision: Decision,
  planes: ReadonlyMap<string, DecidedPlane>,
): ReadonlyMap<string, ClusterPlace> {
  const places = new Map<string, ClusterPlace>();
  for (const [key, written] of sortedEntries(decision.values.kubernetes?.clusters ?? {})) {
    const place = decision.place('kubernetes', 'clusters', key);
    const plane = decision.find(planes, key, { en: 'plane', zh: '平面' }, place, decision.values.planes);
    if (plane === undefined) continue;
    if (!isBusiness(plane)) decision.report(KUBE_PLANE.at(place, { plane: key, role: plane.role }));
    const given = written.magnum !== undefined;
    if (given !== (written.source === 'magnum')) decision.report(KUBE_MAGNUM.at(place, { cluster: key, given }));
    const mlps = written.mlps ?? decision.values.mlps;
    checkLevel(decision, place, { en: `cluster ${key}`, zh: `集群 ${key} ` }, mlps);
    const stack = kubernetesName(decision.environment.id.replaceAll('/', '-'), key);
    const zones = [...(written.zones ?? plane.site.zones)].sort();
    const pools = nodePools(decision, plane, written);
    places.set(key, { plane, written, stack, mlps, zones, pools, place });
  }
  return places;
}

function checkLevel(decision: Decision, place: string, what: { en: string; zh: string }, level: number): void {
  const holder = { en: 'the cloud', zh: '云平台' };
  const holderLevel = decision.values.mlps;
  if (level > holderLevel) decision.report(LEVEL_TOO_HIGH.at(place, { what, level, holder, holderLevel }));
}

function nodePools(decision: Decision, plane: DecidedPlane, { nodePools: written }: WrittenCluster): NodePoolDesign[] {
  const computePools = new Map(sortedEntries(decision.values.pools).filter(([, pool]) => pool.plane === plane.key));
  const flavors = new Map(Object.entries(decision.values.flavors));
  return sortedEntries(written).flatMap(([key, pool]) => {
    const place = decision.place('kubernetes', 'clusters', plane.key, 'nodePools', key);
    const hosts = decision.find(computePools, pool.pool, { en: 'compute pool', zh: '资源池' }, place);
    const flavor = decision.find(flavors, pool.flavor, { en: 'flavor', zh: '规格' }, place);
    if (hosts === undefined || flavor === undefined) return [];
    if (hosts.mlps < pool.mlps) {
      const what = { en: `node pool ${key}`, zh: `节点池 ${key} ` };
      const holder = { en: `pool ${pool.pool}`, zh: `资源池 ${pool.pool} ` };
      decision.report(LEVEL_TOO_HIGH.at(place, { what, level: pool.mlps, holder, holderLevel: hosts.mlps }));
    }
    const own = kubernetesLevel(pool.mlps).ownNodes;
    const design: NodePoolDesign = {
      key,
      mlps: pool.mlps,
      nodes: pool.nodes,
      most: Math.max(pool.nodes, pool.most ?? 0),
      flavor: `${pool.pool}/${pool.flavor}`,
      labels: { 'egov/pool': key, 'kubernetes.io/arch': ARCHITECTURES[hosts.arch] ?? hosts.arch },
      ...(own && { taint: { key: 'egov/mlps', value: `${pool.mlps}` } }),
      place,
    };
    return [design];
  });
}

/** The pool for a system: of the lowest level that is enough; a system that needs nodes of its own takes its level only. */
export function nodePoolOf(
  decision: Decision,
  { plane, pools }: ClusterPlace,
  level: number,
  what: { readonly en: string; readonly zh: string },
  place: string,
): NodePoolDesign | undefined {
  const own = kubernetesLevel(level).ownNodes;
  const fitting = pools.filter(({ mlps, taint }) => (own ? mlps === level : mlps >= level && taint === undefined));
  const [first] = fitting.sort((a, b) => a.mlps - b.mlps);
  if (first === undefined) decision.report(KUBE_POOL.at(place, { what, plane: plane.key, level }));
  return first;
}
