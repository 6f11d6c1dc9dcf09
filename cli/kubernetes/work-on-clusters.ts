import { withDeploymentLock } from '../../deployment/deployment-lock';
import type { ClusterDesign } from '../../model/design/cluster-design';
import type { Design } from '../../model/design/design';
import { ProblemsError } from '../../model/problem';
import { type Context, tell } from '../context';
import { deploymentFolder } from '../deploy/open-deployment';
import type { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { provePodsFirst } from '../proof/prove-first';
import { USAGE_NO_CLUSTERS } from '../usage-problems';
import { isFindable } from './findable-cluster';
import type { ClosedClusters, OpenClusters } from './open-clusters';

/** What every command on clusters is told. */
export interface ClustersInputs {
  readonly id: string;
  readonly cloud: string | undefined;
  readonly out: string | undefined;
  /** Whether clusters that no kubeconfig leads to are left out, and told. */
  readonly optional: boolean;
  /** Name of one stack. @default all */
  readonly stack?: string | undefined;
  /** Whether what is violated in a cluster stops the work before it begins. @default false */
  readonly proved?: boolean;
}

/**
 * Does the work of a command on the clusters of an environment, while no other command changes its states. Answers
 * undefined where it has no clusters, or none that can be found. Throws ProblemsError.
 */
export async function workOnClusters(
  command: string,
  inputs: ClustersInputs,
  context: Context,
  work: (opened: OpenClusters, design: Design) => Promise<ExitCode>,
): Promise<ExitCode | undefined> {
  const { id, out, optional } = inputs;
  const { design } = loadDesign(id, context);
  const all = design.clusters ?? [];
  if (all.length === 0 && optional) return undefined;
  if (all.length === 0) throw new ProblemsError([USAGE_NO_CLUSTERS.at(id, { environment: id })]);
  const wanted = all.filter(({ stack }) => inputs.stack === undefined || stack === inputs.stack);
  const clusters = wanted.filter((cluster) => !optional || isFindable(cluster, inputs, context));
  for (const cluster of wanted) if (!clusters.includes(cluster)) tellLeftOut(cluster, context);
  if (clusters.length === 0) return undefined;
  if (inputs.proved)
    provePodsFirst(
      design,
      clusters.map((one) => one.stack),
      context,
    );
  // Pulumi's packages take half a second to load: only where there is a cluster to work on.
  const { openClusters } = require('./open-clusters') as typeof import('./open-clusters');
  return withDeploymentLock(deploymentFolder(id, out, context).lock, `${command} ${id}`, async () => {
    const opened = await openClusters({ ...inputs, design, clusters }, context);
    try {
      return await work(opened, design);
    } finally {
      opened.close();
    }
  });
}

/**
 * Does what asks no cluster, on the states alone. Answers undefined where there is no stack that is meant. Throws
 * ProblemsError.
 */
export async function workWithStacks(
  command: string,
  inputs: ClustersInputs,
  context: Context,
  work: (stacks: ClosedClusters) => Promise<ExitCode>,
): Promise<ExitCode | undefined> {
  const { id, out, stack } = inputs;
  const { design } = loadDesign(id, context);
  const clusters = (design.clusters ?? []).filter((one) => stack === undefined || one.stack === stack);
  if (clusters.length === 0 && inputs.optional) return undefined;
  if (clusters.length === 0) throw new ProblemsError([USAGE_NO_CLUSTERS.at(id, { environment: id })]);
  const { closedClusters } = require('./open-clusters') as typeof import('./open-clusters');
  return withDeploymentLock(deploymentFolder(id, out, context).lock, `${command} ${id}`, async () => {
    const opened = await closedClusters({ ...inputs, design, clusters }, context);
    try {
      return await work(opened);
    } finally {
      opened.pulumi.close();
    }
  });
}

function tellLeftOut({ stack, context: name }: ClusterDesign, context: Context): void {
  tell(context, {
    en: `the cluster ${stack} is left out: no kubeconfig has the context ${name}; --only kubernetes says more`,
    zh: `未处理集群 ${stack}：kubeconfig 中没有 context ${name}；详见 --only kubernetes`,
  });
}
