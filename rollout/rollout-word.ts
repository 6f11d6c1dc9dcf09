import { ProblemsError } from '../model/problem';
import { ROLLOUT_FOUR_EYES, ROLLOUT_SETTING, ROLLOUT_STATE } from '../model/problems/rollout-problems';
import type { NewEvent } from './rollout-event';
import { reportOf } from './rollout-report';
import type { RolloutState } from './rollout-state';

/** What a person says of a rollout. */
export interface RolloutWord {
  readonly word: 'approve' | 'pause' | 'resume' | 'stop' | 'retry';
  readonly by: string;
  /** With approve: the last wave that it is for. @default all */
  readonly through?: string | undefined;
  /** With retry: which. @default all that failed */
  readonly environments: readonly string[];
}

/** The events that a word makes. Throws ProblemsError for one that means nothing now, or that this person may not say. */
export function eventsOf(said: RolloutWord, state: RolloutState): readonly NewEvent[] {
  const { word, by } = said;
  if (state.finished || state.stoppedBy !== undefined) throw cannot(state, word, `执行 ${word}`);
  switch (word) {
    case 'approve':
      return [{ type: 'approved', by, through: approval(said, state) }];
    case 'retry':
      return failedOnes(said, state).map((id) => ({ type: 'retried', id, by }));
    case 'stop':
      return [{ type: 'stopped', by }];
    default:
      if (state.startedAt === undefined || state.paused === (word === 'pause'))
        throw cannot(state, word, `执行 ${word}`);
      return [{ type: word === 'pause' ? 'paused' : 'resumed', by }];
  }
}

/** Why a word means nothing now. */
export function cannot(state: RolloutState, en: string, zh: string): ProblemsError {
  const { outcome, startedBy } = reportOf(state);
  const is = { en: `it is ${outcome}, started by ${startedBy ?? 'nobody'}`, zh: `状态为 ${outcome}` };
  return new ProblemsError([ROLLOUT_STATE.at(state.rollout, { wanted: { en, zh }, is })]);
}

/** The last wave that somebody may open now. Throws ProblemsError. */
function approval({ through, by }: RolloutWord, state: RolloutState): number {
  const canaries = [...state.members.values()].filter(({ wave }) => wave === 0);
  const changed = [...state.members.values()].some(({ plan, accepted }) => plan !== accepted);
  const seen = canaries.every(({ status }) => status === 'done' || status === 'skipped');
  if (state.startedAt === undefined || !(seen || changed))
    throw cannot(state, 'approve what no canary has shown', '批准尚未由金丝雀验证的内容');
  if (state.settings.fourEyes && by === state.startedBy)
    throw new ProblemsError([ROLLOUT_FOUR_EYES.at(state.rollout, { by, rollout: state.rollout })]);
  const last = state.waves.length - 1;
  // A changed plan of a canary is accepted; the gate behind the canaries stays shut.
  const wave = seen ? Number(through ?? last) : 0;
  if (Number.isInteger(wave) && wave >= 0 && wave <= last) return wave;
  const wanted = { en: `a wave from 1 to ${last}`, zh: `1–${last} 的批次` };
  throw new ProblemsError([ROLLOUT_SETTING.at('egov rollout approve --through', { got: `${through}`, wanted })]);
}

function failedOnes({ environments }: RolloutWord, state: RolloutState): readonly string[] {
  const failed = [...state.members.values()].filter(({ status }) => status === 'failed').map((one) => one.id);
  const strange = environments.filter((name) => !failed.includes(name));
  const wanted = { en: `one that failed: ${failed.join(', ')}`, zh: `失败的环境：${failed.join('、')}` };
  const place = `egov rollout retry ${state.rollout}`;
  if (failed.length === 0) throw cannot(state, 'retry what did not fail', '重试未失败的环境');
  if (strange.length > 0) throw new ProblemsError(strange.map((got) => ROLLOUT_SETTING.at(place, { got, wanted })));
  return environments.length > 0 ? environments : failed;
}
