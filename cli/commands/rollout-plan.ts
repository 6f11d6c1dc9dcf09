import { withDeploymentLock } from '../../deployment/deployment-lock';
import { ProblemsError } from '../../model/problem';
import { ROLLOUT_WINDOW } from '../../model/problems/rollout-problems';
import type { RolloutSettings } from '../../rollout/rollout-settings';
import { planWaves } from '../../rollout/waves';
import { opensAt } from '../../rollout/window';
import type { Context } from '../context';
import type { ExitCode } from '../exit-code';
import { Journal } from '../rollout/journal';
import { readMembers } from '../rollout/read-members';
import { RolloutFolder, refuseOverlap, rolloutsLock } from '../rollout/rollout-folder';
import { whoSpeaks } from '../rollout/who';
import { goOn } from './rollout-start';

export interface RolloutPlanInputs {
  readonly settings: RolloutSettings;
  readonly by: string | undefined;
  /** Milliseconds of the epoch. */
  readonly time: () => number;
}

/** Makes a rollout: who is in it and in which wave, and what would be done to each. Applies nothing. */
export async function rolloutPlan({ settings, by, time }: RolloutPlanInputs, context: Context): Promise<ExitCode> {
  const members = readMembers(settings, context);
  const closed = members.filter((one) => opensAt(settings, one, time()) === undefined);
  if (closed.length > 0)
    throw new ProblemsError(
      closed.map(({ id }) => ROLLOUT_WINDOW.at('egov rollout plan --window', { environment: id })),
    );
  const rollout = await withDeploymentLock(rolloutsLock(context), 'rollout plan', async () => {
    refuseOverlap(
      members.map(({ id }) => id),
      context,
    );
    const day = new Date(time()).toISOString().slice(0, 10);
    const { id, folder } = RolloutFolder.create(day, context);
    const waves = planWaves(members, settings);
    const event = { type: 'created', rollout: id, by: whoSpeaks(by, context), settings, members, waves } as const;
    Journal.create(folder.journal, { at: time(), ...event });
    return id;
  });
  return goOn({ id: rollout, time }, context);
}
