import { type AddressedCloud, notDelegated } from './adopt-addresses';
import type { Cidr } from './cidr';
import { Jurisdiction } from './jurisdiction';
import type { LedgerValues } from './ledger';
import { overlaps } from './overlaps';
import type { Problem } from './problem';
import { NET_OVERLAP } from './problems/address-problems';
import { DELEGATION_OUTSIDE } from './problems/division-problems';
import { ADCODE_PARENT, ADCODE_TAKEN } from './problems/place-problems';
import { byKey } from './stable-hash';
import type { Text } from './text';

/** What others must know of an environment; every Environment is one. */
export interface FleetMember {
  readonly id: string;
  readonly values: AddressedCloud & {
    /** Present where it gives addresses to divisions below it. */
    readonly delegation?: object | undefined;
    readonly kubernetes?: { readonly clusters: Readonly<Record<string, ClusterBlocks>> } | undefined;
    readonly ledger: LedgerValues;
  };
  /** As `Environment.placeOf`: for `adcode`, and for each block and each list of blocks of a plane or cluster. */
  placeOf(path: readonly (string | number)[]): string;
}

export const clusterFields = ['api', 'nodes', 'pods', 'services'] as const;

export type ClusterBlocks = Readonly<Record<(typeof clusterFields)[number], readonly Cidr[]>>;

/**
 * What must hold between environments: each division has one, a folder inside another is a division below it, and no
 * address of any plane belongs to two of them, since counties are routed to their city and cities to their province; nor
 * does one of nodes. Pods and Services of two clouds may have the same addresses, which no other cloud sees. A division whose parent gives out addresses uses what it was given.
 */
export function checkFleet(environments: readonly FleetMember[]): readonly Problem[] {
  const ordered = [...environments].sort((a, b) => byKey(a.id, b.id));
  return [...parents(ordered), ...takenCodes(ordered), ...overlapping(ordered), ...undelegated(ordered)];
}

function* parents(environments: readonly FleetMember[]): Generator<Problem> {
  const byId = new Map(environments.map((environment) => [environment.id, environment]));
  for (const environment of environments) {
    const parent = nearestAbove(environment.id, byId);
    if (parent === undefined) continue;
    const [above, below] = [parent, environment].map((one) => Jurisdiction.parse(one.values.adcode));
    // A code that is none is reported by the design; an equal one as taken.
    if (above === undefined || below === undefined || above.contains(below)) continue;
    yield ADCODE_PARENT.at(environment.placeOf(['adcode']), {
      adcode: below.adcode,
      parent: parent.id,
      parentAdcode: above.adcode,
    });
  }
}

function nearestAbove(id: string, byId: ReadonlyMap<string, FleetMember>): FleetMember | undefined {
  const steps = id.split('/');
  for (let depth = steps.length - 1; depth > 0; depth -= 1) {
    const above = byId.get(steps.slice(0, depth).join('/'));
    if (above !== undefined) return above;
  }
  return undefined;
}

function* undelegated(environments: readonly FleetMember[]): Generator<Problem> {
  const byId = new Map(environments.map((environment) => [environment.id, environment]));
  for (const environment of environments) {
    const parent = nearestAbove(environment.id, byId);
    if (parent?.values.delegation === undefined) continue;
    for (const { plane, block, has } of notDelegated(parent.values.ledger, environment.values))
      yield DELEGATION_OUTSIDE.at(environment.placeOf(['planes', plane, 'blocks']), {
        block: `${block}`,
        plane,
        above: parent.id,
        has: has.map(String),
      });
  }
}

function* takenCodes(environments: readonly FleetMember[]): Generator<Problem> {
  const holders = new Map<string, string>();
  for (const environment of environments) {
    const { id, values } = environment;
    const other = holders.get(values.adcode);
    if (other === undefined) holders.set(values.adcode, id);
    else yield ADCODE_TAKEN.at(environment.placeOf(['adcode']), { adcode: values.adcode, other });
  }
}

interface OwnedBlock {
  readonly block: Cidr;
  readonly environment: FleetMember;
  /** Key of its plane, or that and what it holds in the cluster of the plane. */
  readonly of: string;
  readonly hidden?: boolean;
  readonly path: readonly (string | number)[];
}

function* overlapping(environments: readonly FleetMember[]): Generator<Problem> {
  const rank = new Map(environments.map(({ id }, index) => [id, index]));
  for (const pair of overlaps(environments.flatMap(blocksOf))) {
    const [first, second] = [...pair].sort(
      (a, b) => (rank.get(a.environment.id) ?? 0) - (rank.get(b.environment.id) ?? 0),
    ) as [OwnedBlock, OwnedBlock];
    // Inside one environment the design reports it.
    if (first.environment.id === second.environment.id || (first.hidden && second.hidden)) continue;
    yield NET_OVERLAP.at(second.environment.placeOf(second.path), {
      block: { en: `${second.block}`, zh: `${second.block} ` },
      other: named(first),
      otherBlock: `${first.block}`,
    });
  }
}

function blocksOf(environment: FleetMember): OwnedBlock[] {
  const { planes, kubernetes } = environment.values;
  const ofPlanes = Object.entries(planes).flatMap(([of, { blocks, reachable }]) => [
    ...blocks.map((block, index) => ({ block, environment, of, path: ['planes', of, 'blocks', index] })),
    ...reachable.map((block, index) => ({ block, environment, of, path: ['planes', of, 'reachable', index] })),
  ]);
  const ofClusters = Object.entries(kubernetes?.clusters ?? {}).flatMap(([plane, cluster]) =>
    clusterFields.flatMap((field) =>
      cluster[field].map((block, index) => ({
        block,
        environment,
        of: `${plane} (${field})`,
        hidden: field === 'pods' || field === 'services',
        path: ['kubernetes', 'clusters', plane, field, index],
      })),
    ),
  );
  return [...ofPlanes, ...ofClusters];
}

function named({ environment, of }: OwnedBlock): Text {
  return { en: `${environment.id} ${of}`, zh: ` ${environment.id} ${of}` };
}
