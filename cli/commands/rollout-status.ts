import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { lockHolder } from '../../deployment/deployment-lock';
import { nextSteps } from '../../rollout/next-steps';
import { reportOf } from '../../rollout/rollout-report';
import { answer, answerJson, type Context, pause, show, tell } from '../context';
import { ExitCode } from '../exit-code';
import { Journal } from '../rollout/journal';
import { RolloutFolder } from '../rollout/rollout-folder';
import { rolloutPage } from '../rollout/rollout-page';
import { memberLines, outcomeNames, totalsWords, waitingWords } from '../rollout/rollout-words';

export interface RolloutStatusInputs {
  readonly id: string;
  /** Milliseconds of the epoch. */
  readonly time: () => number;
}

/** Says how far a rollout is and what it waits for. */
export async function rolloutStatus({ id, time }: RolloutStatusInputs, context: Context): Promise<ExitCode> {
  const folder = RolloutFolder.of(id, context);
  const { state } = new Journal(folder.journal, time);
  const report = reportOf(state);
  const engine = lockHolder(folder.lock);
  const { waiting } = nextSteps(state, time());
  if (context.json) {
    answerJson(context, { ...report, waiting, engine: engine?.pid ?? null });
    return ExitCode.ok;
  }
  for (const line of memberLines(report, context.language)) context.output.data(line);
  const outcome = outcomeNames[report.outcome];
  answer(context, {
    en: `${id}: ${outcome.en}; ${totalsWords(report, 'en')}`,
    zh: `${id}：${outcome.zh}；${totalsWords(report, 'zh')}`,
  });
  const words = waitingWords(waiting, id);
  if (engine === undefined) answer(context, { en: `waits for ${words.en}`, zh: `等待${words.zh}` });
  else answer(context, { en: `process ${engine.pid} works on it`, zh: `进程 ${engine.pid} 正在处理` });
  return ExitCode.ok;
}

/** Follows a rollout until no engine works on it any more; then as status. */
export async function rolloutWatch(inputs: RolloutStatusInputs, context: Context): Promise<ExitCode> {
  const folder = RolloutFolder.of(inputs.id, context);
  const journal = new Journal(folder.journal, inputs.time);
  let last = '';
  while (lockHolder(folder.lock) !== undefined) {
    await pause(context);
    const report = reportOf(journal.state);
    const words = { en: totalsWords(report, 'en'), zh: totalsWords(report, 'zh') };
    show(context, words);
    if (words.en !== last && context.output.live === undefined) tell(context, words);
    last = words.en;
    await after(1_000, undefined, { signal: context.signal });
  }
  return rolloutStatus(inputs, context);
}

export interface RolloutReportInputs extends RolloutStatusInputs {
  readonly format: string;
  /** @default standard output */
  readonly file: string | undefined;
}

/** Writes what became of a rollout, for whoever keeps the evidence: JSON or one page. */
export async function rolloutReport(inputs: RolloutReportInputs, context: Context): Promise<ExitCode> {
  const report = reportOf(new Journal(RolloutFolder.of(inputs.id, context).journal, inputs.time).state);
  const text = inputs.format === 'html' ? rolloutPage(report, context.language) : JSON.stringify(report, null, 2);
  if (inputs.file === undefined) context.output.data(text.trimEnd());
  else writeFileSync(resolve(context.folder, inputs.file), `${text.trimEnd()}\n`, { mode: 0o600 });
  return ExitCode.ok;
}
