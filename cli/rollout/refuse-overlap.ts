import { ProblemsError } from '../../model/problem';
import { ROLLOUT_OVERLAP } from '../../model/problems/rollout-problems';
import type { Context } from '../context';
import { openRollout, withRollout } from './open-rollout';
import { rolloutIds } from './rollout-folder';

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
    const { members, finished, stoppedBy } = await withRollout(
      { id: other, time },
      context,
      (rollout) => rollout.state(),
      open,
    );
    if (finished || stoppedBy !== undefined) continue;
    const taken = environments.filter((id) => {
      const member = members.get(id);
      return member !== undefined && member.status !== 'skipped';
    });
    if (taken.length > 0)
      throw new ProblemsError(taken.map((environment) => ROLLOUT_OVERLAP.at(environment, { environment, other })));
  }
}
