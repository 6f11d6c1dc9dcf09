import { nearMiss } from '../../environments/near-miss';
import { ProblemsError } from '../../model/problem';
import { ROLLOUT_PREFLIGHT } from '../../model/problems/rollout-problems';
import { reportOf } from '../../rollout/rollout-report';
import type { RolloutState } from '../../rollout/rollout-state';
import { cannot } from '../../rollout/rollout-word';
import { answer, answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';
import { giveToServer } from '../rollout/give-to-server';
import { Journal } from '../rollout/journal';
import { type RolloutAddress, withRollout } from '../rollout/open-rollout';
import { RolloutFolder } from '../rollout/rollout-folder';
import type { RolloutRecord } from '../rollout/rollout-record';
import { memberLines, statusNames, totalsWords, waitingWords } from '../rollout/rollout-words';
import { whoSpeaks } from '../rollout/who';
import { USAGE_NAME } from '../usage-problems';

export interface RolloutStartInputs extends RolloutAddress {
  readonly by: string | undefined;
  /** Environments that are left out although they were planned. */
  readonly exclude: readonly string[];
  /** How an environment's queue is named, where it is handed over to a server. */
  readonly queue: string;
}

/** Starts a rollout that was planned, or goes on with one that was interrupted; works until a person is needed. */
export async function rolloutStart(inputs: RolloutStartInputs, context: Context): Promise<ExitCode> {
  const seen = await handOver(inputs, context);
  return withRollout(inputs, context, async (rollout) => {
    await begin(rollout, inputs, context, seen);
    return goOn(rollout, context);
  });
}

/**
 * Gives a rollout of this machine to the server; one that a server took is left alone. Whether somebody can have seen its
 * plans: workers may have made them before this ends.
 */
async function handOver({ id, server, queue, time }: RolloutStartInputs, context: Context): Promise<boolean> {
  const kept = RolloutFolder.serverOf(id, context);
  const at = server ?? kept;
  if (at === undefined || !RolloutFolder.exists(id, context) || RolloutFolder.didServerTake(id, context)) return true;
  const { state } = new Journal(RolloutFolder.of(id, context).journal, time);
  if (isOver(state) || (state.startedAt !== undefined && kept === undefined))
    throw cannot(state, 'hand it over to a server', '移交至服务');
  await giveToServer({ id, server: at, queue, time }, context);
  return !isUnplanned(state);
}

async function begin(
  rollout: RolloutRecord,
  { by, exclude }: RolloutStartInputs,
  context: Context,
  seen: boolean,
): Promise<void> {
  const speaker = whoSpeaks(by, context);
  const state = await rollout.state();
  if (isOver(state)) throw cannot(state, 'start it', '启动');
  if (state.startedAt !== undefined) return;
  refuseStrangers(exclude, state);
  await rollout.add(exclude.map((id) => ({ type: 'excluded', id, by: speaker })));
  const now = await rollout.state();
  // A preflight that was interrupted, or is tried again, is looked at before anything starts.
  if (!seen || isUnplanned(now)) return;
  const problems = [...now.members.values()]
    .filter(({ status }) => status === 'failed')
    .map(({ id, status, failure }) =>
      ROLLOUT_PREFLIGHT.at(id, { status: statusNames[status], codes: failure?.codes ?? [] }),
    );
  if (problems.length > 0) throw new ProblemsError(problems);
  await rollout.add([{ type: 'started', by: speaker }]);
}

function isUnplanned({ members }: RolloutState): boolean {
  return [...members.values()].some(({ status }) => status === 'untouched');
}

function isOver({ finished, stoppedBy }: RolloutState): boolean {
  return finished || stoppedBy !== undefined;
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

/** Goes on with a rollout, and says how far it is. Exits with 0 at its end, with 6 where it waits for somebody. */
export async function goOn(rollout: RolloutRecord, context: Context): Promise<ExitCode> {
  const waiting = await rollout.goOn();
  const report = reportOf(await rollout.state());
  const { id } = rollout;
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
