import { withDeploymentLock } from '../../deployment/deployment-lock';
import { nearMiss } from '../../environments/near-miss';
import { ProblemsError } from '../../model/problem';
import { ROLLOUT_PREFLIGHT, ROLLOUT_STATE } from '../../model/problems/rollout-problems';
import { reportOf } from '../../rollout/rollout-report';
import type { RolloutState } from '../../rollout/rollout-state';
import { answer, answerJson, type Context, tell } from '../context';
import { ExitCode } from '../exit-code';
import { EnvironmentWork, egovProcesses } from '../rollout/environment-work';
import { Journal } from '../rollout/journal';
import { runLocally } from '../rollout/local-engine';
import { RolloutFolder } from '../rollout/rollout-folder';
import { eventWords, memberLines, statusNames, totalsWords, waitingWords } from '../rollout/rollout-words';
import { whoSpeaks } from '../rollout/who';
import { USAGE_NAME } from '../usage-problems';

export interface RolloutGoInputs {
  readonly id: string;
  /** Milliseconds of the epoch. */
  readonly time: () => number;
}

export interface RolloutStartInputs extends RolloutGoInputs {
  readonly by: string | undefined;
  /** Environments that are left out although they were planned. */
  readonly exclude: readonly string[];
}

/** Starts a rollout that was planned, or goes on with one that was interrupted; works until a person is needed. */
export async function rolloutStart(inputs: RolloutStartInputs, context: Context): Promise<ExitCode> {
  const { id, time, exclude } = inputs;
  const journal = new Journal(RolloutFolder.of(id, context).journal, time);
  const by = whoSpeaks(inputs.by, context);
  const { state } = journal;
  if (state.finished || state.stoppedBy !== undefined) throw cannot(state, 'start it', '启动');
  if (state.startedAt === undefined) {
    refuseStrangers(exclude, state);
    for (const name of exclude) journal.append({ type: 'excluded', id: name, by });
    const members = [...journal.state.members.values()];
    // A preflight that was interrupted, or is tried again, is looked at before anything starts.
    if (members.some(({ status }) => status === 'untouched')) return goOn(inputs, context);
    const problems = members
      .filter(({ status }) => status === 'failed')
      .map(({ id: at, status, failure }) =>
        ROLLOUT_PREFLIGHT.at(at, { status: statusNames[status], codes: failure?.codes ?? [] }),
      );
    if (problems.length > 0) throw new ProblemsError(problems);
    journal.append({ type: 'started', by });
  }
  return goOn(inputs, context);
}

/** A name that is mistyped would leave in what was meant to be left out. */
function refuseStrangers(exclude: readonly string[], { members }: RolloutState): void {
  const known = [...members.keys()];
  const what = { en: 'environment of the rollout', zh: '发布中的环境' };
  const problems = exclude
    .filter((name) => !members.has(name))
    .map((name) => USAGE_NAME.at('egov rollout start --exclude', { what, name, near: nearMiss(name, known), known }));
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** Why a word means nothing now. */
export function cannot(state: RolloutState, en: string, zh: string): ProblemsError {
  const { outcome, startedBy } = reportOf(state);
  const is = { en: `it is ${outcome}, started by ${startedBy ?? 'nobody'}`, zh: `状态为 ${outcome}` };
  return new ProblemsError([ROLLOUT_STATE.at(state.rollout, { wanted: { en, zh }, is })]);
}

/** Works on a rollout here, and says how far it is. Exits with 0 at its end, with 6 where it waits for somebody. */
export async function goOn({ id, time }: RolloutGoInputs, context: Context): Promise<ExitCode> {
  const folder = RolloutFolder.of(id, context);
  const journal = new Journal(folder.journal, time);
  const { settings } = journal.state;
  const work = new EnvironmentWork({ folder, settings, run: egovProcesses(context) });
  const waiting = await withDeploymentLock(folder.lock, `rollout ${id}`, () =>
    runLocally({
      journal,
      work,
      signal: context.signal,
      now: time,
      onEvent: (event) => {
        const words = eventWords(event);
        if (words !== undefined) tell(context, words);
      },
    }),
  );
  const report = reportOf(journal.state);
  if (context.json) answerJson(context, { ...report, waiting });
  else {
    for (const line of memberLines(report, context.language)) context.output.data(line);
    const words = waitingWords(waiting, id);
    const totals = { en: totalsWords(report, 'en'), zh: totalsWords(report, 'zh') };
    answer(context, { en: `${id}: ${totals.en}`, zh: `${id}：${totals.zh}` });
    answer(context, { en: `waits for ${words.en}`, zh: `等待${words.zh}` });
  }
  if (waiting.for === 'start' || waiting.for === 'end') return ExitCode.ok;
  return waiting.for === 'preflight' || waiting.for === 'budget' ? ExitCode.engine : ExitCode.interrupted;
}
