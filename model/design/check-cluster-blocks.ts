import type { Cidr } from '../cidr';
import { NET_OVERLAP } from '../problems/address-problems';
import type { Text } from '../text';
import type { ClusterPlace } from './decide-cluster-places';
import type { DecidedPlane } from './decide-planes';
import type { Decision } from './decision';

/** Fields of a cluster with addresses that are routed in its plane, and with addresses that only its nodes know. */
const routed = ['api', 'nodes'] as const;
const hidden = ['pods', 'services'] as const;

interface Taken {
  readonly block: Cidr;
  readonly of: Text;
}

interface ClusterBlock extends Taken {
  readonly cluster: string;
  readonly field: (typeof routed | typeof hidden)[number];
  readonly place: string;
}

/**
 * Reports every block of a cluster that meets a block of a plane, of a division below, or of the clusters before it. A
 * node sends what goes to a block of pods or services into its cluster, whoever else has these addresses, so that these
 * also lie apart from users and operators. The API server may have an address among the nodes of its own cluster.
 */
export function checkClusterBlocks(
  decision: Decision,
  planes: ReadonlyMap<string, DecidedPlane>,
  clusters: ReadonlyMap<string, ClusterPlace>,
): void {
  const around = [...ofPlanes(planes), ...ofDivisions(decision)];
  const users = ofUsers(decision);
  const before: ClusterBlock[] = [];
  for (const one of ofClusters(decision, clusters)) {
    const outside = isHidden(one) ? [...around, ...users] : around;
    for (const other of [...outside, ...before.filter((earlier) => mustBeApart(one, earlier))])
      if (one.block.overlaps(other.block))
        decision.report(NET_OVERLAP.at(one.place, { block: told(one), other: other.of, otherBlock: `${other.block}` }));
    before.push(one);
  }
}

function isHidden({ field }: ClusterBlock): boolean {
  return hidden.some((one) => one === field);
}

/** Blocks of one field are one set, whether or not one is written twice. */
function mustBeApart(one: ClusterBlock, other: ClusterBlock): boolean {
  return one.cluster !== other.cluster || (one.field !== other.field && (isHidden(one) || isHidden(other)));
}

function ofClusters(decision: Decision, clusters: ReadonlyMap<string, ClusterPlace>): ClusterBlock[] {
  return Array.from(clusters, ([cluster, { written }]) =>
    [...routed, ...hidden].flatMap((field) =>
      written[field].map((block, index) => ({
        block,
        cluster,
        field,
        of: { en: `the ${field} of cluster ${cluster}`, zh: `集群 ${cluster} 的 ${field} ` },
        place: decision.place('kubernetes', 'clusters', cluster, field, index),
      })),
    ),
  ).flat();
}

function told({ block, of }: ClusterBlock): Text {
  return { en: `${block} of ${of.en}`, zh: `${of.zh}地址段 ${block} ` };
}

function ofPlanes(planes: ReadonlyMap<string, DecidedPlane>): Taken[] {
  return [...planes.values()].flatMap(({ key, blocks, reachable }) => [
    ...taken(blocks, { en: `plane ${key}`, zh: `平面 ${key} ` }),
    ...taken(reachable, { en: `\`reachable\` of plane ${key}`, zh: `平面 ${key} 的 \`reachable\` ` }),
  ]);
}

function ofDivisions({ values: { delegation } }: Decision): Taken[] {
  const pools = [delegation?.private, delegation?.extranet, delegation?.internet].flatMap((pool) => pool ?? []);
  return taken(pools, { en: 'the divisions below', zh: '下级行政区 ' });
}

/** Users of a department are told where they are no extranet users. */
function ofUsers({ values: { operators, extranetUsers, tenants } }: Decision): Taken[] {
  const elsewhere = (block: Cidr) => !extranetUsers.some((users) => users.contains(block));
  return [
    ...taken(operators, { en: 'the operators', zh: '运维人员 ' }),
    ...taken(extranetUsers, { en: 'the extranet users', zh: '外网用户 ' }),
    ...Object.entries(tenants).flatMap(([key, { sources }]) =>
      taken(sources.filter(elsewhere), { en: `the users of ${key}`, zh: ` ${key} 的用户 ` }),
    ),
  ];
}

function taken(blocks: readonly Cidr[], of: Text): Taken[] {
  return blocks.map((block) => ({ block, of }));
}
