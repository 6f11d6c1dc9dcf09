import { ProblemsError } from '../../model/problem';
import { ROLLOUT_FOUR_EYES, ROLLOUT_SETTING } from '../../model/problems/rollout-problems';
import type { RolloutState } from '../../rollout/rollout-state';
import { answer, answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';
import { Journal } from '../rollout/journal';
import { RolloutFolder } from '../rollout/rollout-folder';
import { whoSpeaks } from '../rollout/who';
import { cannot } from './rollout-start';

export interface RolloutWordInputs {
  readonly id: string;
  readonly word: 'approve' | 'pause' | 'resume' | 'stop' | 'retry';
  readonly by: string | undefined;
  /** With approve: the last wave that it is for. @default all */
  readonly through: string | undefined;
  /** With retry: which. @default all that failed */
  readonly environments: readonly string[];
  /** Milliseconds of the epoch. */
  readonly time: () => number;
}

/** Writes a person's word down; an engine that is at work hears it before its next step. */
export async function rolloutWord(inputs: RolloutWordInputs, context: Context): Promise<ExitCode> {
  const { id, word, time } = inputs;
  const journal = new Journal(RolloutFolder.of(id, context).journal, time);
  const { state } = journal;
  const by = whoSpeaks(inputs.by, context);
  if (state.finished || state.stoppedBy !== undefined) throw cannot(state, word, `执行 ${word}`);
  switch (word) {
    case 'approve':
      journal.append({ type: 'approved', by, through: approval(inputs, by, state) });
      break;
    case 'retry':
      for (const name of failedOnes(inputs, state)) journal.append({ type: 'retried', id: name, by });
      break;
    case 'stop':
      journal.append({ type: 'stopped', by });
      break;
    default:
      if (state.startedAt === undefined || state.paused === (word === 'pause'))
        throw cannot(state, word, `执行 ${word}`);
      journal.append({ type: word === 'pause' ? 'paused' : 'resumed', by });
  }
  if (context.json) answerJson(context, { rollout: id, word, by });
  else if (word === 'stop' || word === 'pause')
    answer(context, { en: `${id}: ${word}, by ${by}`, zh: `${id}：${word}，由 ${by}` });
  else
    answer(context, {
      en: `${id}: ${word}, by ${by}; egov rollout start ${id} goes on where no engine is at work`,
      zh: `${id}：${word}，由 ${by}；若无引擎在运行，执行 egov rollout start ${id} 继续`,
    });
  return ExitCode.ok;
}

/** The last wave that somebody may open now. Throws ProblemsError. */
function approval({ id, through }: RolloutWordInputs, by: string, state: RolloutState): number {
  const canaries = [...state.members.values()].filter(({ wave }) => wave === 0);
  const changed = [...state.members.values()].some(({ plan, accepted }) => plan !== accepted);
  const seen = canaries.every(({ status }) => status === 'done' || status === 'skipped');
  if (state.startedAt === undefined || !(seen || changed))
    throw cannot(state, 'approve what no canary has shown', '批准尚未由金丝雀验证的内容');
  if (state.settings.fourEyes && by === state.startedBy)
    throw new ProblemsError([ROLLOUT_FOUR_EYES.at(id, { by, rollout: id })]);
  const last = state.waves.length - 1;
  // A changed plan of a canary is accepted; the gate behind the canaries stays shut.
  const wave = seen ? Number(through ?? last) : 0;
  if (Number.isInteger(wave) && wave >= 0 && wave <= last) return wave;
  const wanted = { en: `a wave from 1 to ${last}`, zh: `1–${last} 的批次` };
  throw new ProblemsError([ROLLOUT_SETTING.at('egov rollout approve --through', { got: `${through}`, wanted })]);
}

function failedOnes({ environments, id }: RolloutWordInputs, state: RolloutState): readonly string[] {
  const failed = [...state.members.values()].filter(({ status }) => status === 'failed').map((one) => one.id);
  const strange = environments.filter((name) => !failed.includes(name));
  const wanted = { en: `one that failed: ${failed.join(', ')}`, zh: `失败的环境：${failed.join('、')}` };
  if (failed.length === 0) throw cannot(state, 'retry what did not fail', '重试未失败的环境');
  if (strange.length > 0)
    throw new ProblemsError(strange.map((got) => ROLLOUT_SETTING.at(`egov rollout retry ${id}`, { got, wanted })));
  return environments.length > 0 ? environments : failed;
}
