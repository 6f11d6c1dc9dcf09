import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { reportOf } from '../../rollout/rollout-report';
import { answer, answerJson, type Context, pause, show, tell } from '../context';
import { ExitCode } from '../exit-code';
import { type RolloutAddress, withRollout } from '../rollout/open-rollout';
import { rolloutPage } from '../rollout/rollout-page';
import type { RolloutRecord } from '../rollout/rollout-record';
import { memberLines, outcomeNames, totalsWords, waitingWords } from '../rollout/rollout-words';

/** Says how far a rollout is and what it waits for. */
export function rolloutStatus(address: RolloutAddress, context: Context): Promise<ExitCode> {
  return withRollout(address, context, (rollout) => sayStatus(rollout, context));
}

async function sayStatus(rollout: RolloutRecord, context: Context): Promise<ExitCode> {
  const { id } = rollout;
  const report = reportOf(await rollout.state());
  const { waiting, worker, pid } = await rollout.now();
  if (context.json) {
    answerJson(context, { ...report, waiting, engine: pid });
    return ExitCode.ok;
  }
  for (const line of memberLines(report, context.language)) context.output.data(line);
  const outcome = outcomeNames[report.outcome];
  answer(context, {
    en: `${id}: ${outcome.en}; ${totalsWords(report, 'en')}`,
    zh: `${id}：${outcome.zh}；${totalsWords(report, 'zh')}`,
  });
  const words = waitingWords(waiting, id);
  answer(context, worker ?? { en: `waits for ${words.en}`, zh: `等待${words.zh}` });
  return ExitCode.ok;
}

/** Follows a rollout until nobody works on it any more; then as status. */
export function rolloutWatch(address: RolloutAddress, context: Context): Promise<ExitCode> {
  return withRollout(address, context, async (rollout) => {
    let last = '';
    while ((await rollout.now()).worker !== undefined) {
      await pause(context);
      const report = reportOf(await rollout.state());
      const words = { en: totalsWords(report, 'en'), zh: totalsWords(report, 'zh') };
      show(context, words);
      if (words.en !== last && context.output.live === undefined) tell(context, words);
      last = words.en;
      await after(1_000, undefined, { signal: context.signal });
    }
    return sayStatus(rollout, context);
  });
}

export interface RolloutReportInputs extends RolloutAddress {
  readonly format: string;
  /** @default standard output */
  readonly file: string | undefined;
}

/** Writes what became of a rollout, for whoever keeps the evidence: JSON or one page. */
export async function rolloutReport(inputs: RolloutReportInputs, context: Context): Promise<ExitCode> {
  const report = reportOf(await withRollout(inputs, context, (rollout) => rollout.state()));
  const text = inputs.format === 'html' ? rolloutPage(report, context.language) : JSON.stringify(report, null, 2);
  if (inputs.file === undefined) context.output.data(text.trimEnd());
  else writeFileSync(resolve(context.folder, inputs.file), `${text.trimEnd()}\n`, { mode: 0o600 });
  return ExitCode.ok;
}
