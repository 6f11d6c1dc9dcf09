import { basename, join, resolve } from 'node:path';
import { LEDGER_FILE } from '../../environments/ledger-text';
import { type DepartmentSets, departmentSets } from '../../environments/new/departments';
import { type DivisionAbove, readAbove } from '../../environments/new/division-above';
import { type DivisionDraft, draftDivision } from '../../environments/new/draft-division';
import { writeDivision } from '../../environments/new/write-division';
import type { Profile } from '../../model/jurisdiction';
import { ProblemsError } from '../../model/problem';
import { configOf } from '../config/load-config';
import { answerJson, type Context, pause, show, tell } from '../context';
import { dayOfRun } from '../day-of-run';
import { ExitCode } from '../exit-code';
import { ask, canAsk } from '../new/ask';
import { answersOfFile, type GivenAnswers, parsedAnswers, usualAnswers } from '../new/collect-answers';
import { type DivisionJudgement, judgeDivision } from '../new/judge-division';
import { pullRequestText } from '../new/pull-request';
import { USAGE_ANSWER } from '../usage-problems';

export interface NewInputs {
  readonly level: Profile;
  /** What stood on the command line. */
  readonly given: GivenAnswers;
  /** A YAML file of further answers; the command line wins. */
  readonly answers?: string | undefined;
  /** Take what is usual for what nobody said. */
  readonly defaults: boolean;
  /** Only show what would be written. */
  readonly dryRun: boolean;
  /** The day that files and ledger name, YYYY-MM-DD. */
  readonly asOf?: string | undefined;
}

/**
 * Describes the cloud of another division out of a few answers: its folder, and its addresses in the ledger of the
 * division above. Everything is decided, proved and judged before anything is written; nothing else changes.
 */
export async function newDivision(inputs: NewInputs, context: Context): Promise<ExitCode> {
  const on = dayOfRun(inputs.asOf);
  const { answers, above } = await answersOf(inputs, context);
  await pause(context);
  show(context, { en: `deciding ${answers.name}`, zh: `正在设计 ${answers.name}` });
  const draft = draftDivision(context.environments, answers, above, on, setsOf(context));
  await pause(context);
  show(context, { en: `proving ${draft.id}`, zh: `正在证明 ${draft.id}` });
  const judgement = judgeDivision(draft, on, configOf(context).policies);
  if (judgement.problems.length > 0) throw new ProblemsError(judgement.problems);
  await pause(context);
  if (!inputs.dryRun) writeDivision(context.environments, draft);
  say(inputs, draft, judgement, context);
  return ExitCode.ok;
}

async function answersOf({ level, given, answers: file, defaults }: NewInputs, context: Context) {
  const said: GivenAnswers = { ...(file === undefined ? {} : answersOfFile(file, context)), ...given };
  const parent = level === 'province' ? (said.parent ?? '') : said.parent;
  if (parent === undefined)
    throw new ProblemsError([USAGE_ANSWER.at(`egov new ${level}`, { answer: 'parent', level })]);
  const above: DivisionAbove = readAbove(context.environments, parent);
  const sets = setsOf(context);
  const usual = (known: GivenAnswers): GivenAnswers => usualAnswers(level, known, above);
  if (defaults) return { answers: parsedAnswers(level, { ...usual(said), ...said }, sets), above };
  const asked = canAsk(context) ? await ask(said, usual, context) : said;
  // Who named the division and its set of departments has said what matters; the rest follows from the parent.
  const complete = ['name', 'adcode', 'departments', 'size'].every((name) => Object.hasOwn(asked, name));
  return { answers: parsedAnswers(level, complete ? { ...usual(asked), ...asked } : asked, sets), above };
}

/** Sets of departments by name: those of egov, and those of the repository. */
function setsOf(context: Context): DepartmentSets {
  const own = Object.entries(configOf(context).profiles);
  return { ...departmentSets, ...Object.fromEntries(own.map(([name, { departments }]) => [name, departments])) };
}

function say({ dryRun }: NewInputs, draft: DivisionDraft, judgement: DivisionJudgement, context: Context): void {
  const { id, above, files } = draft;
  const root = basename(resolve(context.environments));
  const ledger = [root, ...(above.id === '' ? [] : [above.id]), LEDGER_FILE].join('/');
  const written = [...Object.keys(files).map((file) => join(root, id, file)), ledger];
  const text = pullRequestText(draft, judgement, context.language);
  if (context.json) {
    const { proved, policies, resources } = judgement;
    answerJson(context, {
      environment: id,
      written: !dryRun,
      files: written,
      resources,
      proved,
      policies,
      pullRequest: text.join('\n'),
    });
    return;
  }
  for (const file of written)
    tell(
      context,
      dryRun ? { en: `would write ${file}`, zh: `将写入 ${file}` } : { en: `wrote ${file}`, zh: `已写入 ${file}` },
    );
  for (const line of text) context.output.data(line);
}
