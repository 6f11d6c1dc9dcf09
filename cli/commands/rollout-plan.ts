import { randomBytes } from 'node:crypto';
import { withDeploymentLock } from '../../deployment/deployment-lock';
import { ProblemsError } from '../../model/problem';
import { ROLLOUT_WINDOW } from '../../model/problems/rollout-problems';
import type { RolloutSettings } from '../../rollout/rollout-settings';
import { planWaves } from '../../rollout/waves';
import { opensAt } from '../../rollout/window';
import type { Context } from '../context';
import type { ExitCode } from '../exit-code';
import { giveToServer } from '../rollout/give-to-server';
import { Journal } from '../rollout/journal';
import { withRollout } from '../rollout/open-rollout';
import { readMembers } from '../rollout/read-members';
import { refuseOverlap } from '../rollout/refuse-overlap';
import { RolloutFolder, rolloutsLock } from '../rollout/rollout-folder';
import type { TemporalServer } from '../rollout/temporal/temporal-server';
import { whoSpeaks } from '../rollout/who';
import { goOn } from './rollout-start';

export interface RolloutPlanInputs {
  readonly settings: RolloutSettings;
  readonly by: string | undefined;
  /** The server whose workers plan. @default this machine plans */
  readonly server: TemporalServer | undefined;
  /** How an environment's queue is named there. */
  readonly queue: string;
  /** Milliseconds of the epoch. */
  readonly time: () => number;
}

/** Makes a rollout: who is in it and in which wave, and what would be done to each. Applies nothing. */
export async function rolloutPlan(inputs: RolloutPlanInputs, context: Context): Promise<ExitCode> {
  const { settings, by, time, server, queue } = inputs;
  const members = readMembers(settings, context);
  const closed = members.filter((one) => opensAt(settings, one, time()) === undefined);
  if (closed.length > 0)
    throw new ProblemsError(
      closed.map(({ id }) => ROLLOUT_WINDOW.at('egov rollout plan --window', { environment: id })),
    );
  const id = await withDeploymentLock(rolloutsLock(context), 'rollout plan', async () => {
    await refuseOverlap(
      members.map((one) => one.id),
      time,
      context,
    );
    const day = new Date(time()).toISOString().slice(0, 10);
    // Clients of one server do not see each other's folders.
    const name = server === undefined ? day : `${day}-${randomBytes(3).toString('hex')}`;
    const made = RolloutFolder.create(name, context);
    const waves = planWaves(members, settings);
    const event = { type: 'created', rollout: made.id, by: whoSpeaks(by, context), settings, members, waves } as const;
    Journal.create(made.folder.journal, { at: time(), ...event });
    return made.id;
  });
  if (server !== undefined) await giveToServer({ id, server, queue, time }, context);
  return withRollout({ id, server, time }, context, (rollout) => goOn(rollout, context));
}
