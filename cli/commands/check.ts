import { formatProblem } from '../../model/problem';
import { reportCsv } from '../../policies/report/csv';
import { reportHtml } from '../../policies/report/html';
import { reportJson } from '../../policies/report/json';
import { reportJunit } from '../../policies/report/junit';
import { isViolated, type Report } from '../../policies/report/report';
import { reportSarif } from '../../policies/report/sarif';
import { checkLines } from '../check/check-words';
import { type Asked, loadSubject } from '../check/load-subject';
import { policiesOf, runCheck } from '../check/run-check';
import { configOf } from '../config/load-config';
import { answerJson, type Context, pause, show } from '../context';
import { ExitCode, exitCodeOf } from '../exit-code';
import { sayProblems } from '../say-problems';
import { packageVersion } from '../version';

export interface CheckInputs {
  readonly asked: Asked;
  /** Names of packs; all policies where none is named. */
  readonly packs: readonly string[];
  /** `text`, `json`, `sarif`, `junit`, `html` or `csv`. */
  readonly format: string;
  /** Whether every finding is told, in text. */
  readonly full: boolean;
}

/**
 * Judges an environment, a plan or manifests. Ends with 4 where a finding fails that no waiver covers, or where a
 * policy broke; with 3 where the waivers are wrong. What lacks evidence is told, and does not end it.
 */
export async function check({ asked, packs, format, full }: CheckInputs, context: Context): Promise<ExitCode> {
  const own = configOf(context).policies;
  const policies = policiesOf(packs, own);
  const loaded = loadSubject(asked, context);
  await pause(context);
  show(context, { en: `judging ${loaded.name}`, zh: `正在检查 ${loaded.name}` });
  const report = runCheck(loaded, policies, own);
  say(report, format, full, context);
  // In JSON they are a part of the answer.
  if (!isJson(format, context) && report.problems.length > 0) sayProblems(report.problems, context);
  if (!context.quiet) for (const one of report.warnings) context.output.notice(formatProblem(one, context.language));
  if (isViolated(report)) return ExitCode.violated;
  return report.problems.length > 0 ? exitCodeOf(report.problems) : ExitCode.ok;
}

function isJson(format: string, { json }: Context): boolean {
  return json || format === 'json';
}

function say(report: Report, format: string, full: boolean, context: Context): void {
  const { output, language, colour } = context;
  if (isJson(format, context)) answerJson(context, reportJson(report));
  else if (format === 'sarif') answerJson(context, reportSarif(report, packageVersion()));
  else if (format === 'junit') output.data(reportJunit(report, language).trimEnd());
  else if (format === 'html') output.data(reportHtml(report, language).trimEnd());
  else if (format === 'csv') output.data(reportCsv(report, language).trimEnd());
  else for (const line of checkLines(report, { language, colour, full })) output.data(line);
}
