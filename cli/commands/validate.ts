import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { surveyEnvironments } from '../../environments/environment-list';
import { readAbove } from '../../environments/new/division-above';
import { type DescribedEnvironment, readEnvironment } from '../../environments/read-environment';
import { designEnvironment } from '../../model/design/design-environment';
import { distinct } from '../../model/distinct-problems';
import { checkFleet } from '../../model/fleet-check';
import { type Problem, ProblemsError } from '../../model/problem';
import { answer, answerJson, type Context, pause, show } from '../context';
import { ExitCode, exitCodeOf } from '../exit-code';
import { sayProblems } from '../say-problems';

export interface ValidateInputs {
  /** Environments to check; every one when empty. */
  readonly ids: readonly string[];
}

/**
 * Checks the named environments, and each against the others. Says every problem of all of them at once. Nothing of
 * this needs an engine or a cloud.
 */
export async function validate({ ids }: ValidateInputs, context: Context): Promise<ExitCode> {
  const begin = context.now();
  const problems: Problem[] = [];
  const wanted = ids.length > 0 ? [...new Set(ids)] : surveyed(context, problems);
  const described: DescribedEnvironment[] = [];
  let departments = 0;
  for (const id of wanted) {
    await pause(context);
    show(context, { en: `checking ${id}`, zh: `正在检查 ${id}` });
    collect(problems, () => {
      const environment = readEnvironment(context.environments, id);
      described.push(environment);
      departments += designEnvironment(environment).tenants.length;
    });
  }
  problems.push(...checkFleet(described));
  const found = distinct(problems);
  const milliseconds = Math.round(context.now() - begin);
  if (context.json) answerJson(context, { environments: wanted, departments, milliseconds, problems: found });
  else sayResult(context, { found, wanted, departments, milliseconds });
  return found.length === 0 ? ExitCode.ok : exitCodeOf(found);
}

interface Result {
  readonly found: readonly Problem[];
  readonly wanted: readonly string[];
  readonly departments: number;
  readonly milliseconds: number;
}

function sayResult(context: Context, { found, wanted, departments, milliseconds }: Result): void {
  const seconds = (milliseconds / 1000).toFixed(2);
  if (found.length > 0) {
    sayProblems(found, { ...context, colour: context.colour });
    const files = new Set(found.map(({ at }) => at.replace(/(:\d+)+$/, ''))).size;
    answer(context, {
      en: `${count(found.length, 'problem')} in ${count(files, 'file')}; ${count(wanted.length, 'environment')} checked in ${seconds} s`,
      zh: `${files} 个文件中有 ${found.length} 个问题；已检查 ${wanted.length} 个环境，用时 ${seconds} 秒`,
    });
    return;
  }
  answer(context, {
    en: `no problems: ${count(wanted.length, 'environment')} with ${count(departments, 'department')} checked in ${seconds} s`,
    zh: `没有问题：已检查 ${wanted.length} 个环境、${departments} 个部门，用时 ${seconds} 秒`,
  });
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function surveyed({ environments }: Context, problems: Problem[]): readonly string[] {
  const survey = surveyEnvironments(environments);
  problems.push(...survey.problems);
  // The ledger of the country belongs to no environment.
  if (existsSync(join(environments, 'delegation.yaml'))) collect(problems, () => void readAbove(environments, ''));
  return survey.ids;
}

function collect(problems: Problem[], work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    problems.push(...error.problems);
  }
}
