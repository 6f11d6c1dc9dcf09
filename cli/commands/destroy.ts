import { withDeploymentLock } from '../../deployment/deployment-lock';
import type { Context } from '../context';
import { LiveProgress } from '../deploy/deploy-words';
import { deploymentFolder, type OpenDeployment, openDeployment } from '../deploy/open-deployment';
import type { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { type ApplyInputs, allowanceOf, carryOut, parallelOf, planAll, recoverWith } from './apply';

export type DestroyInputs = Omit<ApplyInputs, 'id' | 'saved'> & { readonly id: string };

/**
 * Takes everything of an environment out of a cloud. In a sandbox the environment's name is enough; elsewhere what is
 * protected has to be named, or `--allow-destroy all` given, with a reason.
 */
export async function destroy(inputs: DestroyInputs, context: Context): Promise<ExitCode> {
  const { id, cloud, out, yes } = inputs;
  const asked = allowanceOf(inputs);
  const { design } = loadDesign(id, context);
  const folder = deploymentFolder(id, out, context);
  return withDeploymentLock(folder.lock, `destroy ${id}`, async () => {
    const progress = new LiveProgress(context);
    const opened = await openDeployment(
      { id, design, cloud, out, changes: true, ...parallelOf(inputs), onEvent: progress.onEvent },
      context,
    );
    try {
      await recoverWith(opened, context);
      const planned = await planAll(opened, { destroy: true, reviewed: false }, progress, context);
      const allowance = isSandbox(opened) ? { addresses: ['all'], reason: asked.reason || 'sandbox' } : asked;
      return await carryOut({ id, planned, allowance, opened, yes, destroy: true, progress }, context);
    } finally {
      opened.clouds.close();
    }
  });
}

function isSandbox({ clouds }: OpenDeployment): boolean {
  return clouds.sessions.every(
    ({ credentials: { cloud, authUrl } }) => cloud === 'sandbox' && new URL(authUrl).hostname === '127.0.0.1',
  );
}
