import { isKey } from '../../environments/environment-id';
import { nearKey, nearMiss } from '../../environments/near-miss';
import { type KeyPath, parseKeyPath, sibling } from '../../environments/rename/key-path';
import type { EnvironmentValues } from '../../model/environment/environment-schema';
import { leftNames } from '../../model/moved-key';
import { type Problem, ProblemsError } from '../../model/problem';
import { RENAME_KEY, RENAME_KIND, RENAME_TAKEN, RENAME_UNKNOWN } from '../../model/problems/moved-problems';

/** What is to be renamed. Throws ProblemsError with everything that stands against it. */
export function renameTarget(path: string, to: string, values: EnvironmentValues): KeyPath {
  const target = parseKeyPath(path);
  const problems: Problem[] = [];
  if (!isKey(to)) problems.push(RENAME_KEY.at(to, { key: to, near: nearKey(to) }));
  if (target === undefined) problems.push(RENAME_KIND.at(path, { path }));
  else {
    const known = knownPaths(values).filter((one) => one.split('/').length === path.split('/').length);
    if (!known.includes(path))
      problems.push(
        RENAME_UNKNOWN.at(path, { path, near: nearMiss(path, known), known: known.filter(sameKind(path)) }),
      );
    problems.push(...takenProblems(path, sibling(target, to), known, values));
  }
  if (problems.length > 0 || target === undefined) throw new ProblemsError(problems);
  return target;
}

function takenProblems(path: string, wanted: string, known: readonly string[], values: EnvironmentValues): Problem[] {
  if (wanted === path)
    return [RENAME_TAKEN.at(wanted, { key: wanted, holder: { en: 'is its name already', zh: '已是其名称' } })];
  if (known.includes(wanted))
    return [RENAME_TAKEN.at(wanted, { key: wanted, holder: { en: 'is there already', zh: '已存在' } })];
  const left = leftNames(values.moved).find((one) => one.left === wanted && one.now !== path);
  if (left === undefined) return [];
  const holder = {
    en: `was the name of ${left.now} until ${left.moved.on}`,
    zh: `在 ${left.moved.on} 之前指 ${left.now}`,
  };
  return [RENAME_TAKEN.at(wanted, { key: wanted, holder })];
}

function sameKind(path: string): (other: string) => boolean {
  const kind = path.split('/')[0];
  return (other) => other.startsWith(`${kind}/`);
}

function knownPaths({ tenants, pools }: EnvironmentValues): string[] {
  return [
    ...Object.keys(pools).map((key) => `pools/${key}`),
    ...Object.entries(tenants).flatMap(([tenant, { systems }]) => [
      `tenants/${tenant}`,
      ...Object.entries(systems).flatMap(([system, { tiers }]) => [
        `tenants/${tenant}/${system}`,
        ...Object.keys(tiers).map((tier) => `tenants/${tenant}/${system}/${tier}`),
      ]),
    ]),
  ].sort();
}
