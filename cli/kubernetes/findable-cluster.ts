import { hasContext, kubeconfigFiles } from '../../deployment/kubernetes/kubeconfig';
import type { ClusterDesign } from '../../model/design/cluster-design';
import { clustersStatus } from '../../sandbox/index';
import type { Context } from '../context';

/** Whether a kubeconfig has the context of a cluster; one that cannot be read has it, for that is to be told. */
export function isFindable(
  cluster: ClusterDesign,
  { cloud }: { readonly cloud: string | undefined },
  { surroundings, folder }: Context,
): boolean {
  const sandbox = cloud === 'sandbox';
  const files = sandbox ? [clustersStatus().kubeconfig ?? ''] : kubeconfigFiles(surroundings, folder);
  return hasContext(sandbox ? cluster.stack : cluster.context, files);
}
