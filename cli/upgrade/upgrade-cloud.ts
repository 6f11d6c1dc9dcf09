import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DepartmentSets } from '../../environments/new/departments';
import { readAbove } from '../../environments/new/division-above';
import { describedDivision } from '../../environments/new/draft-division';
import { changesOf, mergeLines } from '../../environments/new/merge-lines';
import type { Templates } from '../../environments/new/templates';
import { readEnvironment } from '../../environments/read-environment';
import { type Problem, ProblemsError } from '../../model/problem';
import { UPGRADE_CONFLICT, UPGRADE_TEMPLATE } from '../../model/problems/division-problems';
import { type GivenAnswers, parsedAnswers } from '../new/collect-answers';

/** What a newer template means for one cloud. */
export interface CloudUpgrade {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly files: readonly FileUpgrade[];
  /** Files that somebody edited where the template changes them. */
  readonly conflicts: readonly Problem[];
}

export interface FileUpgrade {
  /** Below the folder of the cloud. */
  readonly file: string;
  /** `conflict`: edited by hand where the template changes; `merged`: edited elsewhere, and both are kept. */
  readonly how: 'changed' | 'added' | 'removed' | 'merged' | 'conflict';
  /** As it would be; absent where it would be gone. */
  readonly text?: string;
  /** `-` and `+` lines, of what is there to what would be; of the template alone in a conflict. */
  readonly difference: readonly string[];
}

/** Undefined for a cloud that no template made, or that has the latest. Throws ProblemsError where it cannot be read. */
export function upgradeOf(
  root: string,
  id: string,
  templates: Templates,
  sets: DepartmentSets,
): CloudUpgrade | undefined {
  const environment = readEnvironment(root, id);
  const { template, profile } = environment.values;
  const latest = Math.max(...Object.keys(templates).map(Number));
  if (template === undefined || template.version === latest) return undefined;
  const { version, on, answers: said } = template;
  if (templates[version] === undefined)
    throw new ProblemsError([UPGRADE_TEMPLATE.at(environment.placeOf(['template', 'version']), { version, latest })]);
  const answers = parsedAnswers(profile, said as GivenAnswers, sets);
  const above = readAbove(root, answers.parent ?? '');
  const rendered = (one: number) =>
    describedDivision(root, answers, above, { on, sets, version: one, templates }).files;
  const [base, next] = [rendered(version), rendered(latest)];
  const names = [...new Set([...Object.keys(base), ...Object.keys(next)])].sort();
  const files = names.flatMap((file) => fileUpgrade(file, base[file], textOf(join(root, id, file)), next[file]) ?? []);
  const conflicts = files
    .filter(({ how }) => how === 'conflict')
    .map(({ file }) => UPGRADE_CONFLICT.at(`${id}/${file}:1:1`, { file, version: latest }));
  return { id, from: version, to: latest, files, conflicts };
}

function fileUpgrade(
  file: string,
  base: string | undefined,
  ours: string | undefined,
  next: string | undefined,
): FileUpgrade | undefined {
  if (base === next || ours === next) return undefined;
  const conflict = (): FileUpgrade => ({ file, how: 'conflict', difference: differenceOf(base, next) });
  if (ours === base) {
    const difference = differenceOf(ours, next);
    if (next === undefined) return { file, how: 'removed', difference };
    return { file, how: ours === undefined ? 'added' : 'changed', text: next, difference };
  }
  if (base === undefined || ours === undefined || next === undefined) return conflict();
  const merged = mergeLines(base, ours, next);
  if ('conflict' in merged) return conflict();
  return { file, how: 'merged', text: merged.text, difference: differenceOf(ours, merged.text) };
}

function differenceOf(before = '', after = ''): readonly string[] {
  const lines = before.split('\n');
  return changesOf(lines, after.split('\n')).flatMap(({ from, to, lines: made }) => [
    ...lines.slice(from, to).map((line) => `- ${line}`),
    ...made.map((line) => `+ ${line}`),
  ]);
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
