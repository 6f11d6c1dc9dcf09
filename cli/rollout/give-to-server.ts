import { withDeploymentLock } from '../../deployment/deployment-lock';
import type { Context } from '../context';
import { Journal } from './journal';
import { type RolloutAddress, temporal } from './open-rollout';
import { RolloutFolder } from './rollout-folder';
import type { TemporalServer } from './temporal/temporal-server';

export interface GiveProps extends RolloutAddress {
  readonly server: TemporalServer;
  /** How an environment's queue is named there. */
  readonly queue: string;
}

/**
 * Gives a rollout that was planned here to a server, once. Until the server is asked to begin it, it stays one of this
 * machine, which can be ended or given to another server; from there on only the server works on it. Throws ProblemsError.
 */
export async function giveToServer({ id, server, queue, time }: GiveProps, context: Context): Promise<void> {
  const folder = RolloutFolder.of(id, context);
  // The engine of this machine holds the same lock.
  await withDeploymentLock(folder.lock, `rollout ${id}`, async () => {
    const { state } = new Journal(folder.journal, time);
    const props = { state, queue, onBegin: () => folder.handOver(server) };
    await (await temporal().TemporalRollout.begin(props, server, context)).close();
    folder.serverTook();
  });
}
