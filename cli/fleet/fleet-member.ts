import { Cidr } from '../../model/cidr';
import type { Environment } from '../../model/environment/environment';
import { type ClusterBlocks, clusterFields, type FleetMember } from '../../model/fleet-check';
import type { LedgerValues } from '../../model/ledger';

interface PlaneRow {
  readonly role: string | undefined;
  readonly blocks: readonly string[];
  readonly reachable: readonly string[];
}

/** A FleetMember as plain data: blocks as text, and the places that a problem between two clouds may name. */
export interface FleetRow {
  readonly id: string;
  readonly adcode: string;
  readonly planes: Readonly<Record<string, PlaneRow>>;
  /** By plane; only of a cloud with clusters. */
  readonly clusters?: Readonly<Record<string, Readonly<Record<keyof ClusterBlocks, readonly string[]>>>>;
  /** Only of a cloud that gives addresses to others. */
  readonly ledger?: LedgerValues;
  readonly places: Readonly<Record<string, string>>;
}

export function rowOf(environment: Environment): FleetRow {
  const { id, values } = environment;
  const places: Record<string, string> = {};
  const note = (...path: readonly (string | number)[]): void => {
    places[path.join('/')] = environment.placeOf(path);
  };
  note('adcode');
  const planes = Object.entries(values.planes).map(([key, { role, blocks, reachable }]) => {
    for (const list of ['blocks', 'reachable'] as const) {
      note('planes', key, list);
      for (const index of values.planes[key]?.[list].keys() ?? []) note('planes', key, list, index);
    }
    return [key, { role, blocks: blocks.map(String), reachable: reachable.map(String) }] as const;
  });
  const clusters = Object.entries(values.kubernetes?.clusters ?? {}).map(([plane, cluster]) => {
    for (const field of clusterFields)
      for (const index of cluster[field].keys()) note('kubernetes', 'clusters', plane, field, index);
    return [plane, eachField((field) => cluster[field].map(String))] as const;
  });
  return {
    id,
    adcode: values.adcode,
    planes: Object.fromEntries(planes),
    ...(clusters.length > 0 && { clusters: Object.fromEntries(clusters) }),
    ...(values.delegation !== undefined && { ledger: values.ledger }),
    places,
  };
}

function eachField<T>(of: (field: keyof ClusterBlocks) => T): Readonly<Record<keyof ClusterBlocks, T>> {
  return { api: of('api'), nodes: of('nodes'), pods: of('pods'), services: of('services') };
}

const NO_LEDGER: LedgerValues = { blocks: {}, segments: {} };

export function memberOf({ id, adcode, planes, clusters, ledger, places }: FleetRow): FleetMember {
  const read = (texts: readonly string[]): Cidr[] => texts.map((text) => Cidr.parse(text) as Cidr);
  const readCluster = ([plane, cluster]: readonly [string, Readonly<Record<keyof ClusterBlocks, readonly string[]>>]) =>
    [plane, eachField((field) => read(cluster[field]))] as const;
  return {
    id,
    values: {
      adcode,
      kubernetes: clusters && { clusters: Object.fromEntries(Object.entries(clusters).map(readCluster)) },
      planes: Object.fromEntries(
        Object.entries(planes).map(([key, { role, blocks, reachable }]) => [
          key,
          { role, blocks: read(blocks), reachable: read(reachable) },
        ]),
      ),
      delegation: ledger && {},
      ledger: ledger ?? NO_LEDGER,
    },
    placeOf: (path) => places[path.join('/')] ?? places['adcode'] ?? id,
  };
}
