import { ProblemsError } from '../../model/problem';
import { ROLLOUT_OVERLAP } from '../../model/problems/rollout-problems';
import type { RolloutState } from '../../rollout/rollout-state';
import type { Context } from '../context';
import { isUnknown, openRollout, withRollout } from './open-rollout';
import { RolloutFolder, rolloutIds } from './rollout-folder';

/**
 * Throws ProblemsError that names the first rollout of this working directory that has one of these environments and has
 * not ended. A rollout that was handed over is asked of its server, and one that cannot be asked may not have ended.
 */
export async function refuseOverlap(
  environments: readonly string[],
  time: () => number,
  context: Context,
  open: typeof openRollout = openRollout,
): Promise<void> {
  for (const other of rolloutIds(context)) {
    const state = await stateOf(other, time, context, open);
    if (state === undefined || state.finished || state.stoppedBy !== undefined) continue;
    const taken = environments.filter((id) => {
      const member = state.members.get(id);
      return member !== undefined && member.status !== 'skipped';
    });
    if (taken.length > 0)
      throw new ProblemsError(taken.map((environment) => ROLLOUT_OVERLAP.at(environment, { environment, other })));
  }
}

/** `undefined` where its server has forgotten it, as it does some time after the end. */
async function stateOf(
  id: string,
  time: () => number,
  context: Context,
  open: typeof openRollout,
): Promise<RolloutState | undefined> {
  try {
    return await withRollout({ id, time }, context, (rollout) => rollout.state(), open);
  } catch (error) {
    if (isUnknown(error) && RolloutFolder.didServerTake(id, context)) return undefined;
    throw error;
  }
}
