import { type Context, tell } from '../context';
import { ExitCode } from '../exit-code';
import { type ClustersInputs, workWithStacks } from './work-on-clusters';

/** Gives back the lock of a cluster's stack whose holder is gone; undefined where no cluster has a stack of that name. */
export function unlockCluster(inputs: ClustersInputs, context: Context): Promise<ExitCode | undefined> {
  return workWithStacks('unlock', inputs, context, async ({ pulumi, stacks }) => {
    for (const stack of stacks) {
      await pulumi.unlock(stack);
      tell(context, { en: `${stack.name}: unlocked`, zh: `${stack.name}：已解锁` });
    }
    return ExitCode.ok;
  });
}
