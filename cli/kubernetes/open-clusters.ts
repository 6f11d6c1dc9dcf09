import { dirname } from 'node:path';
import type { ClusterClient } from '../../deployment/kubernetes/cluster-client';
import { kubeconfigFiles } from '../../deployment/kubernetes/kubeconfig';
import { openCluster } from '../../deployment/kubernetes/open-cluster';
import type { ClusterStack } from '../../engines/pulumi/cluster-stack';
import { Pulumi } from '../../engines/pulumi/pulumi';
import type { ClusterDesign } from '../../model/design/cluster-design';
import type { Design } from '../../model/design/design';
import { type Problem, ProblemsError } from '../../model/problem';
import { CLUSTER_KUBECONFIG } from '../../model/problems/cluster-problems';
import { clustersStatus } from '../../sandbox/index';
import { clusterInputsOf } from '../../stacks/kubernetes/cluster-inputs-of';
import { clusterProgram } from '../../stacks/kubernetes/cluster-program';
import { type Context, tell } from '../context';
import { passphraseOf } from '../deploy/open-deployment';
import { outFolder } from '../out-folder';

export interface OpenClustersProps {
  readonly id: string;
  readonly design: Design;
  /** Those of its clusters that are meant. */
  readonly clusters: readonly ClusterDesign[];
  /** `sandbox`, or nothing: the clusters are found by the kubeconfig. */
  readonly cloud: string | undefined;
  readonly out: string | undefined;
}

/** A cluster that said that it is the one that is meant, and its stack. */
export interface OpenedCluster {
  readonly design: ClusterDesign;
  readonly client: ClusterClient;
  readonly stack: ClusterStack;
}

export interface OpenClusters {
  readonly pulumi: Pulumi;
  readonly clusters: readonly OpenedCluster[];
  close(): void;
}

export interface ClosedClusters {
  readonly pulumi: Pulumi;
  readonly stacks: readonly ClusterStack[];
}

/**
 * Everything that a command needs to work on the clusters of an environment. Each cluster is found and asked whose it is
 * before anything else. Throws ProblemsError with what is wrong with any of them.
 */
export async function openClusters(props: OpenClustersProps, context: Context): Promise<OpenClusters> {
  const { signal, surroundings } = context;
  passphraseOf(context);
  const pulumi = await Pulumi.find({ surroundings, signal, states: statesFolder(props, context) });
  const opened: OpenedCluster[] = [];
  const problems: Problem[] = [];
  const close = (): void => {
    for (const { client } of opened) client.close();
    pulumi.close();
  };
  for (const cluster of props.clusters) {
    try {
      opened.push(await open(cluster, pulumi, props, context));
    } catch (error) {
      if (!(error instanceof ProblemsError)) {
        close();
        throw error;
      }
      problems.push(...error.problems);
    }
  }
  if (problems.length === 0) return { pulumi, clusters: opened, close };
  close();
  throw new ProblemsError(problems);
}

/** Pulumi with the stacks of clusters, for what asks no cluster. Whoever calls it closes it. */
export async function closedClusters(props: OpenClustersProps, context: Context): Promise<ClosedClusters> {
  const { signal, surroundings } = context;
  const pulumi = await Pulumi.find({ surroundings, signal, states: statesFolder(props, context) });
  return { pulumi, stacks: props.clusters.map((cluster) => stackOf(cluster, NOWHERE, props.design)) };
}

const NOWHERE = '/dev/null';

async function open(
  cluster: ClusterDesign,
  pulumi: Pulumi,
  { design, cloud }: OpenClustersProps,
  context: Context,
): Promise<OpenedCluster> {
  const { surroundings, folder, signal } = context;
  const sandbox = cloud === 'sandbox';
  const files = sandbox ? sandboxFiles(cluster) : kubeconfigFiles(surroundings, folder);
  const sought = { ...cluster, context: sandbox ? cluster.stack : cluster.context };
  const found = await openCluster({ cluster: sought, files, folder: pulumi.folder, surroundings, signal });
  for (const pid of pulumi.takeOver({ name: cluster.stack }))
    tell(context, {
      en: `${cluster.stack}: taking over from Pulumi (process ${pid}), which was killed`,
      zh: `${cluster.stack}：接管已被终止的 Pulumi（进程 ${pid}）的工作`,
    });
  return { design: cluster, client: found.client, stack: stackOf(cluster, found.kubeconfig, design) };
}

function stackOf(cluster: ClusterDesign, kubeconfig: string, design: Design): ClusterStack {
  return {
    name: cluster.stack,
    program: clusterProgram(cluster, clusterInputsOf(design, cluster)),
    kubeconfig,
    placeOf: (address) => placeOf(cluster, address),
  };
}

/** Objects of a namespace are named after it, `finance-budget-prod/quota`; the others are of the cluster. */
function placeOf({ namespaces, place }: ClusterDesign, address: string): string {
  const [namespace] = address.slice(address.indexOf(' ') + 1).split('/');
  return namespaces.find(({ name }) => name === namespace)?.place ?? place;
}

function sandboxFiles({ stack }: ClusterDesign): string[] {
  const { kubeconfig, state } = clustersStatus();
  if (kubeconfig !== undefined) return [kubeconfig];
  const reason = { en: 'the sandbox has no clusters', zh: '沙箱中没有集群' };
  throw new ProblemsError([CLUSTER_KUBECONFIG.at(state, { context: stack, reason })]);
}

/** One folder for the states of all environments, as Pulumi.yaml names it; or the folder that was asked for. */
function statesFolder({ id, out }: OpenClustersProps, context: Context): string {
  if (out !== undefined) return outFolder(id, out, context);
  return dirname(outFolder('any', undefined, context));
}
