import { surveyEnvironments } from '../../environments/environment-list';
import { departmentSets } from '../../environments/new/departments';
import { type Templates, templates } from '../../environments/new/templates';
import { counted } from '../../model/counted';
import { type Problem, ProblemsError } from '../../model/problem';
import type { Text } from '../../model/text';
import { configOf } from '../config/load-config';
import { answer, answerJson, type Context, pause, show } from '../context';
import { ExitCode, exitCodeOf } from '../exit-code';
import { select } from '../fleet/selection';
import { sayProblems } from '../say-problems';
import { takeUpgrade } from '../upgrade/take-upgrade';
import { type CloudUpgrade, type FileUpgrade, upgradeOf } from '../upgrade/upgrade-cloud';

export interface UpgradeInputs {
  /** `level=county,province=guangxi`. @default every environment */
  readonly selection?: string | undefined;
  /** Whether files are written. */
  readonly take: boolean;
  /** @default those of egov */
  readonly templates?: Templates;
}

/**
 * Says what the newest template of `egov new` would change in clouds that an older one made, file by file; what was
 * edited by hand is kept. Writes only what is taken. A cloud with a conflict, or a broken one, hides and stops no other.
 */
export async function upgrade(inputs: UpgradeInputs, context: Context): Promise<ExitCode> {
  const { selection, take, templates: known = templates } = inputs;
  const { environments } = context;
  const { ids, problems: strange } = surveyEnvironments(environments);
  const own = Object.entries(configOf(context).profiles);
  const sets = { ...departmentSets, ...Object.fromEntries(own.map(([name, { departments }]) => [name, departments])) };
  const found: (CloudUpgrade & { readonly taken: boolean })[] = [];
  const problems: Problem[] = [...strange];
  const selected = select(ids, selection, environments);
  for (const id of selected) {
    await pause(context);
    show(context, { en: `comparing ${id}`, zh: `正在对比 ${id}` });
    try {
      const one = upgradeOf(environments, id, known, sets);
      if (one === undefined) continue;
      problems.push(...one.conflicts);
      const taken = take && one.conflicts.length === 0;
      if (taken) takeUpgrade(environments, one);
      found.push({ ...one, taken });
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (context.json) answerJson(context, { environments: selected.length, upgrades: found, problems });
  else {
    sayProblems(problems, context);
    for (const one of found) for (const line of cloudLines(one, context)) context.output.data(line);
    answer(context, summary(selected.length, found));
  }
  return problems.length > 0 ? exitCodeOf(problems) : ExitCode.ok;
}

const HOW: Readonly<Record<FileUpgrade['how'], Text>> = {
  changed: { en: 'changed', zh: '更改' },
  added: { en: 'new', zh: '新增' },
  removed: { en: 'removed', zh: '删除' },
  merged: { en: 'changed, and what was edited by hand is kept', zh: '更改，保留手工修改' },
  conflict: { en: 'edited by hand where the template changes', zh: '手工修改与模板改动重叠' },
};

function cloudLines({ id, from, to, files }: CloudUpgrade, { language }: Context): readonly string[] {
  return [
    `${id}: ${from} → ${to}`,
    ...files.flatMap(({ file, how, difference }) => [
      `  ${file}: ${HOW[how][language]}`,
      ...difference.map((line) => `    ${line}`),
    ]),
  ];
}

function summary(
  all: number,
  found: readonly { readonly taken: boolean; readonly conflicts: readonly Problem[] }[],
): Text {
  const taken = found.filter((one) => one.taken).length;
  const stuck = found.filter(({ conflicts }) => conflicts.length > 0).length;
  return {
    en: `${counted(all, 'environment')}: ${found.length} with an older template, ${stuck} with conflicts, ${taken} taken`,
    zh: `${all} 个环境：${found.length} 个使用旧模板，${stuck} 个有冲突，已应用 ${taken} 个`,
  };
}
