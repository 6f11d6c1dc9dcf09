import type { DescribedEnvironment } from '../../environments/read-environment';
import { Cidr } from '../../model/cidr';
import type { FleetMember } from '../../model/fleet-check';
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
  /** Only of a cloud that gives addresses to others. */
  readonly ledger?: LedgerValues;
  readonly places: Readonly<Record<string, string>>;
}

export function rowOf(environment: DescribedEnvironment): FleetRow {
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
  return {
    id,
    adcode: values.adcode,
    planes: Object.fromEntries(planes),
    ...(values.delegation !== undefined && { ledger: values.ledger }),
    places,
  };
}

const NO_LEDGER: LedgerValues = { blocks: {}, segments: {} };

export function memberOf({ id, adcode, planes, ledger, places }: FleetRow): FleetMember {
  const read = (texts: readonly string[]): Cidr[] => texts.map((text) => Cidr.parse(text) as Cidr);
  return {
    id,
    values: {
      adcode,
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
