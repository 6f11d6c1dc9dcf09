import { basename, join, resolve } from 'node:path';
import { readAbove } from '../../environments/new/division-above';
import { draftDivision } from '../../environments/new/draft-division';
import { writeDivision } from '../../environments/new/write-division';
import { ProblemsError } from '../../model/problem';
import { answer, answerJson, type Context, pause, show } from '../context';
import { dayOfRun } from '../day-of-run';
import { ExitCode } from '../exit-code';
import { repositoryFiles } from '../init/repository-files';
import { expectEmpty, writeRepository } from '../init/write-repository';
import { type GivenAnswers, parsedAnswers, usualAnswers } from '../new/collect-answers';
import { judgeDivision } from '../new/judge-division';
import { packageVersion } from '../version';

export interface InitInputs {
  /** Where the repository goes: a folder that is empty or not there. */
  readonly folder: string;
  /** What is said of its first environment, a province. */
  readonly given: GivenAnswers;
  /** What package.json asks of egov. @default this version */
  readonly toolkit?: string | undefined;
  /** The day that files and ledger name, YYYY-MM-DD. */
  readonly asOf?: string | undefined;
}

/** A province is made where nobody names one. */
const EXAMPLE: GivenAnswers = { name: '江西省', adcode: '360000', key: 'jiangxi', departments: 'standard-12' };

/**
 * Makes the repository of a province: its first environment, proved and judged, a policy of its own with a test,
 * pipelines, and what git and an editor read. All of it is written, or nothing.
 */
export async function init({ folder, given, toolkit, asOf }: InitInputs, context: Context): Promise<ExitCode> {
  const on = dayOfRun(asOf);
  const path = resolve(context.folder, folder);
  expectEmpty(path, folder);
  const said = given.adcode === undefined ? { ...EXAMPLE, ...given } : { departments: 'standard-12', ...given };
  const key = said.key ?? `p${said.adcode}`;
  const files = repositoryFiles({ key, toolkit: toolkit ?? packageVersion() });
  await writeRepository(path, folder, files, async (draft) => {
    const root = join(draft, 'environments');
    const above = readAbove(root, '');
    const answers = parsedAnswers('province', { ...usualAnswers('province', said, above), ...said });
    await pause(context);
    show(context, { en: `deciding ${answers.name}`, zh: `正在设计 ${answers.name}` });
    const division = draftDivision(root, answers, above, on);
    await pause(context);
    show(context, { en: `proving ${division.id}`, zh: `正在证明 ${division.id}` });
    const { problems } = judgeDivision(division, on);
    if (problems.length > 0) throw new ProblemsError(problems);
    await pause(context);
    writeDivision(root, division);
  });
  const count = Object.keys(files).length;
  if (context.json) answerJson(context, { folder: path, environment: key, files: Object.keys(files).sort() });
  else
    answer(context, {
      en: `${basename(path)}: a repository with ${key} and ${count} files beside it; next: git init, npm install, npm run check, npm test`,
      zh: `${basename(path)}：已生成仓库，含 ${key} 与 ${count} 个其他文件；下一步：git init、npm install、npm run check、npm test`,
    });
  return ExitCode.ok;
}
