import { eventsOf, type RolloutWord } from '../../rollout/rollout-word';
import { answer, answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';
import { type RolloutAddress, withRollout } from '../rollout/open-rollout';
import { whoSpeaks } from '../rollout/who';

export interface RolloutWordInputs extends RolloutAddress, Omit<RolloutWord, 'by'> {
  readonly by: string | undefined;
}

/** Writes a person's word down; an engine that is at work hears it before its next step. */
export async function rolloutWord(inputs: RolloutWordInputs, context: Context): Promise<ExitCode> {
  const { id, word } = inputs;
  const by = whoSpeaks(inputs.by, context);
  const worker = await withRollout(inputs, context, async (rollout) => {
    await rollout.add(eventsOf({ ...inputs, by }, await rollout.state()));
    return (await rollout.now()).worker;
  });
  if (context.json) answerJson(context, { rollout: id, word, by });
  else if (word === 'stop' || word === 'pause' || worker !== undefined)
    answer(context, { en: `${id}: ${word}, by ${by}`, zh: `${id}：${word}，由 ${by}` });
  else
    answer(context, {
      en: `${id}: ${word}, by ${by}; egov rollout start ${id} goes on`,
      zh: `${id}：${word}，由 ${by}；执行 egov rollout start ${id} 继续`,
    });
  return ExitCode.ok;
}
