import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { releaseSignal, type Taken, takeUpdate } from './workflow-calls';

/** Which environment is in which rollout, for all clients of a server: one workflow, so that two claims never cross. */
export async function egovRegister(before: Readonly<Record<string, string>> = {}): Promise<void> {
  const holders = new Map(Object.entries(before));
  setHandler(takeUpdate, ({ rollout, environments }) => {
    const taken = environments.flatMap((environment): Taken[] => {
      const other = holders.get(environment);
      return other === undefined || other === rollout ? [] : [{ environment, other }];
    });
    if (taken.length === 0) for (const environment of environments) holders.set(environment, rollout);
    return taken;
  });
  setHandler(releaseSignal, ({ rollout, environments }) => {
    for (const [environment, holder] of holders)
      if (holder === rollout && (environments?.includes(environment) ?? true)) holders.delete(environment);
  });
  await condition(() => workflowInfo().continueAsNewSuggested && allHandlersFinished());
  await continueAsNew<typeof egovRegister>(Object.fromEntries(holders));
}
