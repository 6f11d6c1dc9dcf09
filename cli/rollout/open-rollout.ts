import { ProblemsError } from '../../model/problem';
import { ROLLOUT_HANDOVER } from '../../model/problems/rollout-problems';
import type { Context } from '../context';
import { LocalRollout } from './local-rollout';
import { RolloutFolder } from './rollout-folder';
import type { RolloutRecord } from './rollout-record';
import { withPackages } from './temporal/temporal-connection';
import type { TemporalServer } from './temporal/temporal-server';

/** Which rollout, and where. */
export interface RolloutAddress {
  readonly id: string;
  /** The server that keeps it. @default the one that it was begun on, else this machine */
  readonly server?: TemporalServer | undefined;
  /** Milliseconds of the epoch. */
  readonly time: () => number;
}

/** The rollout of that name. Throws ProblemsError where there is none. */
export async function openRollout({ id, server, time }: RolloutAddress, context: Context): Promise<RolloutRecord> {
  const at = server ?? RolloutFolder.serverOf(id, context);
  if (at === undefined) return new LocalRollout(id, time, context);
  try {
    return await temporal().TemporalRollout.open(id, at, context);
  } catch (error) {
    if (!isUnknown(error) || !RolloutFolder.exists(id, context)) throw error;
    if (RolloutFolder.serverOf(id, context) === undefined || RolloutFolder.didServerTake(id, context)) throw error;
    throw new ProblemsError([ROLLOUT_HANDOVER.at(`egov rollout ${id}`, { id })]);
  }
}

/** Whether there is no rollout of that name where it was asked for. */
export function isUnknown(error: unknown): boolean {
  return error instanceof ProblemsError && error.problems.every(({ code }) => code === 'ROLLOUT_UNKNOWN');
}

/** Does something with a rollout, and lets go of it. */
export async function withRollout<T>(
  address: RolloutAddress,
  context: Context,
  work: (rollout: RolloutRecord) => Promise<T>,
  open: typeof openRollout = openRollout,
): Promise<T> {
  const rollout = await open(address, context);
  try {
    return await work(rollout);
  } finally {
    await rollout.close();
  }
}

/** What is written on Temporal's packages; loaded for those who use it. */
export function temporal(): typeof import('./temporal/temporal-rollout') {
  return withPackages(() => require('./temporal/temporal-rollout') as typeof import('./temporal/temporal-rollout'));
}
