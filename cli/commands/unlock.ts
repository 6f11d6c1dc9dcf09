import { lockHolder, withDeploymentLock } from '../../deployment/deployment-lock';
import { nearMiss } from '../../environments/near-miss';
import { ProblemsError } from '../../model/problem';
import { DEPLOY_BUSY } from '../../model/problems/deployment-problems';
import { type Context, tell } from '../context';
import { deploymentFolder, openDeployment } from '../deploy/open-deployment';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { USAGE_NAME } from '../usage-problems';

export interface UnlockInputs {
  readonly id: string;
  readonly cloud: string | undefined;
  readonly out: string | undefined;
  readonly stack: string;
  /** Id of the lock, as the refusal named it. */
  readonly lock: string;
}

/** Gives back the lock of a state whose holder is gone. Refuses while a command of ours is alive. */
export async function unlock(inputs: UnlockInputs, context: Context): Promise<ExitCode> {
  const { id, cloud, out } = inputs;
  const { design } = loadDesign(id, context);
  const folder = deploymentFolder(id, out, context);
  const holder = lockHolder(folder.lock);
  if (holder !== undefined) throw new ProblemsError([DEPLOY_BUSY.at(folder.lock, holder)]);
  return withDeploymentLock(folder.lock, `unlock ${id}`, async () => {
    const { deployment, clouds } = await openDeployment({ id, design, cloud, out, changes: false }, context);
    clouds.close();
    const known = deployment.stacks.map(({ name }) => name);
    const stack = deployment.stacks.find(({ name }) => name === inputs.stack);
    if (stack === undefined) {
      const values = {
        what: { en: 'stack', zh: '堆栈' },
        name: inputs.stack,
        near: nearMiss(inputs.stack, known),
        known,
      };
      throw new ProblemsError([USAGE_NAME.at('egov unlock --stack', values)]);
    }
    await deployment.prepare(stack);
    await deployment.tofuOf(stack).unlock({ stack }, inputs.lock);
    tell(context, { en: `${stack.name}: unlocked`, zh: `${stack.name}：已解锁` });
    return ExitCode.ok;
  });
}
