import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { DelegationPools } from '../../model/delegation';
import { delegationSchema } from '../../model/environment/delegation-schema';
import type { EnvironmentValues } from '../../model/environment/environment-schema';
import { ledgerSchema } from '../../model/environment/ledger-schema';
import { Ledger, type LedgerValues, type SealedLedger } from '../../model/ledger';
import { type Problem, ProblemsError } from '../../model/problem';
import { DELEGATION_NONE } from '../../model/problems/division-problems';
import { EnvironmentsRoot } from '../environments-root';
import { issueProblems } from '../issue-problems';
import { LEDGER_FILE } from '../ledger-text';
import { readEnvironment } from '../read-environment';
import { readYaml } from '../read-yaml';
import { isMap, nearest, placeOfWritten, plain } from '../written';

/** What a new division has from the one above it. */
export interface DivisionAbove {
  /** Id of its environment; empty for the country. */
  readonly id: string;
  /** How its folder is called in places. */
  readonly label: string;
  readonly pools: DelegationPools;
  readonly ledger: LedgerValues;
  /** Its cloud; the country has none. */
  readonly values?: EnvironmentValues;
}

/**
 * Pools and ledger of a division; an empty id is the country, whose files lie beside `defaults.yaml`. Throws
 * ProblemsError where there are none, or where the ledger is not what egov wrote.
 */
export function readAbove(root: string, id: string): DivisionAbove {
  const environments = new EnvironmentsRoot(root);
  const label = id === '' ? environments.label : `${environments.label}/${id}`;
  const folder = join(environments.folder, id);
  const ledger = readLedger(join(folder, LEDGER_FILE), `${label}/${LEDGER_FILE}`);
  const values = id === '' ? undefined : readEnvironment(root, id).values;
  const pools = values?.delegation ?? (id === '' ? readPools(folder, label) : undefined);
  if (pools === undefined) throw new ProblemsError([DELEGATION_NONE.at(`${label}:1:1`, { above: label })]);
  return { id, label, pools, ledger, ...(values && { values }) };
}

function readPools(folder: string, label: string): DelegationPools | undefined {
  const path = join(folder, 'delegation.yaml');
  return existsSync(path) ? readPart(path, `${label}/delegation.yaml`, delegationSchema) : undefined;
}

/** A ledger that is whole, unedited and of a version that is understood; an absent one is empty. */
export function readLedger(path: string, label: string): LedgerValues {
  if (!existsSync(path)) return { blocks: {}, segments: {} };
  const problems: Problem[] = [];
  const read = readPart(path, label, ledgerSchema, (values, placeOf) => {
    new Ledger(
      values as SealedLedger,
      (list, owner) => placeOf([list, owner]),
      (problem) => problems.push(problem),
    );
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  const { blocks, segments, released, history } = read;
  return { blocks, segments, ...(released && { released }), ...(history && { history }) };
}

type PlaceOf = (path: readonly (string | number)[]) => string;

function readPart<T extends z.ZodType>(
  path: string,
  label: string,
  schema: T,
  judge: (values: z.output<T>, placeOf: PlaceOf) => void = () => {},
): z.output<T> {
  const { written, problems } = readYaml(path, label);
  if (written === undefined || !isMap(written)) throw new ProblemsError(problems);
  const result = schema.safeParse(plain(written));
  if (result.data === undefined)
    throw new ProblemsError(
      result.error?.issues.flatMap((issue) => issueProblems(issue, { top: written, schema })) ?? [],
    );
  judge(result.data, (at) => placeOfWritten(nearest(written, at).written));
  return result.data;
}
