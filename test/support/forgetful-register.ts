import { condition, setHandler, sleep } from '@temporalio/workflow';
import { takeUpdate } from '../../cli/rollout/temporal/workflow-calls';

/** A register of another law than ours: it waits before it listens. A history of ours is none of its own. */
export async function egovRegister(): Promise<void> {
  await sleep(1_000);
  setHandler(takeUpdate, () => []);
  await condition(() => false);
}

export async function egovRollout(): Promise<void> {
  await sleep(1_000);
}
