import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Cidr } from '../../model/cidr';
import { type DelegationRequest, delegate, delegatedBlocks } from '../../model/delegation';
import type { Design } from '../../model/design/design';
import { designEnvironment } from '../../model/design/design-environment';
import type { Environment } from '../../model/environment/environment';
import { checkFleet } from '../../model/fleet-check';
import { freeBlocks } from '../../model/free-blocks';
import type { LedgerValues } from '../../model/ledger';
import { type Problem, ProblemsError } from '../../model/problem';
import { DELEGATION_FULL } from '../../model/problems/division-problems';
import { surveyEnvironments } from '../environment-list';
import { EnvironmentsRoot, readShared } from '../environments-root';
import { LEDGER_FILE, ledgerText } from '../ledger-text';
import { type DescribedEnvironment, readEnvironment } from '../read-environment';
import { plain } from '../written';
import { type AddressPlan, addressPlan, addressRequests } from './address-plan';
import { type DepartmentSets, departmentSets } from './departments';
import type { DivisionAbove } from './division-above';
import type { DivisionAnswers } from './division-answers';
import type { Shared } from './division-files';
import { divisionProblems } from './division-problems';
import { isLeaf } from './division-sizes';
import { latestTemplate, type Templates, templates } from './templates';

/** A new cloud before anything of it is written. */
export interface DivisionDraft {
  readonly id: string;
  readonly answers: DivisionAnswers;
  readonly above: DivisionAbove;
  readonly plan: AddressPlan;
  /** The ledger of the division above, with what the new one gets. */
  readonly ledger: LedgerValues;
  /** Name below its folder to text. */
  readonly files: Readonly<Record<string, string>>;
  readonly environment: DescribedEnvironment;
  readonly design: Design;
}

/**
 * Decides everything of a new division, and reads it back as it would be. Nothing is written below `root`. Throws
 * ProblemsError with all that is wrong with the answers, or with what follows from them.
 */
export function draftDivision(
  root: string,
  answers: DivisionAnswers,
  above: DivisionAbove,
  on: string,
  sets: DepartmentSets = departmentSets,
): DivisionDraft {
  const id = above.id === '' ? answers.key : `${above.id}/${answers.key}`;
  const wrong = divisionProblems(root, id, answers, above);
  if (wrong.length > 0) throw new ProblemsError(wrong);
  const { plan, ledger, files } = describedDivision(root, answers, above, { on, sets, version: latestTemplate });
  return { id, answers, above, plan, ledger, ...staged(root, id, files, { above: above.id, ledger }) };
}

export interface DescribeProps {
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly sets: DepartmentSets;
  readonly version: number;
  /** @default those of egov */
  readonly templates?: Templates;
}

/**
 * What one version of the template writes for some answers, but the ledger. Who has addresses keeps them. Throws
 * ProblemsError where there are none left.
 */
export function describedDivision(
  root: string,
  answers: DivisionAnswers,
  above: DivisionAbove,
  { on, sets, version, templates: known = templates }: DescribeProps,
) {
  const id = above.id === '' ? answers.key : `${above.id}/${answers.key}`;
  const template = known[version];
  if (template === undefined) throw new RangeError(`the template has no version ${version}`);
  const departments = [...(sets[answers.departments] ?? [])].sort((a, b) => (a.key < b.key ? -1 : 1));
  const props = { ...answers, departments: departments.length };
  const requests = addressRequests(props);
  const { ledger, granted, refused } = delegate(above.ledger, above.pools, requests, on);
  if (refused.length > 0) throw new ProblemsError(refused.map((one) => full(one, above)));
  const plan = addressPlan(props, granted);
  const shared = sharedOf(new EnvironmentsRoot(root), answers.level);
  const operatedFrom = isLeaf(answers.level) ? (above.values?.adcode ?? answers.adcode) : answers.adcode;
  const files = template({ id, answers, plan, departments, shared, operatedFrom, on, template: version });
  return { plan, ledger, files };
}

interface AboveThen {
  readonly above: string;
  /** Its ledger as it would be. */
  readonly ledger: LedgerValues;
}

function staged(root: string, id: string, described: Readonly<Record<string, string>>, then: AboveThen) {
  const top = mkdtempSync(join(tmpdir(), 'egov-new-'));
  const copy = join(top, basename(resolve(root)));
  try {
    for (const name of ['defaults.yaml', 'profiles', 'catalogue'])
      if (existsSync(join(root, name)))
        cpSync(join(root, name), join(copy, name), { recursive: true, dereference: true });
    writeAll(join(copy, id), described);
    const environment = readEnvironment(copy, id);
    const design = designEnvironment(environment);
    const problems = checkFleet([environment, ...neighbours(root, id, then)]);
    if (problems.length > 0) throw new ProblemsError(problems);
    return { environment, design, files: { ...described, [LEDGER_FILE]: ledgerText(id, design.ledger) } };
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

/** The clouds that draw from the same pools, and the one above. A broken one stops nobody: it is told when it is asked for. */
function neighbours(root: string, id: string, { above, ledger }: AboveThen): readonly Environment[] {
  const depth = id.split('/').length;
  const near = surveyEnvironments(root).ids.filter(
    (other) => other === above || (other.startsWith(above) && other.split('/').length === depth),
  );
  return near.flatMap((other): readonly Environment[] => {
    try {
      const one = readEnvironment(root, other);
      if (other !== above) return [one];
      const values = {
        ...one.values,
        ledger: { ...one.values.ledger, ...ledger, seal: undefined },
      };
      return [{ id: other, values, placeOf: (path) => one.placeOf(path) }];
    } catch (error) {
      if (error instanceof ProblemsError) return [];
      throw error;
    }
  });
}

export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function sharedOf(root: EnvironmentsRoot, level: string): Shared {
  const read = (name: string): Readonly<Record<string, unknown>> => {
    const file = root.shared(name);
    const { written, problems } = file === undefined ? { written: undefined, problems: [] } : readShared(file);
    if (problems.length > 0) throw new ProblemsError(problems);
    return written === undefined ? {} : (plain(written) as Readonly<Record<string, unknown>>);
  };
  const zones = read(`profiles/${level}.yaml`)['zones'] as Shared['zones'] | undefined;
  return { zones: zones ?? {}, flavors: read('catalogue/flavors.yaml') as Shared['flavors'] };
}

/** What is free, the largest first, and who holds most. */
function full({ use, family, prefix }: DelegationRequest, { label, pools, ledger }: DivisionAbove): Problem {
  const mine = (block: Cidr) => block.family === family;
  const held = delegatedBlocks(ledger).filter((one) => mine(one.block));
  const free = freeBlocks(
    pools[use].filter(mine),
    held.map(({ block }) => block),
  );
  const size = (a: Cidr, b: Cidr) => a.prefix - b.prefix;
  return DELEGATION_FULL.at(`${label}/delegation.yaml`, {
    above: label,
    use,
    size: `/${prefix}`,
    free: [...free].sort(size).slice(0, 3).map(String),
    holders: held
      .filter((one) => one.use === use)
      .sort((a, b) => size(a.block, b.block))
      .slice(0, 3)
      .map(({ adcode, block }) => `${adcode} (${block})`),
  });
}
