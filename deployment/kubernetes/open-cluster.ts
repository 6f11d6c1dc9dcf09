import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from '../../engines/surroundings';
import { ProblemsError } from '../../model/problem';
import { CLUSTER_IDENTITY } from '../../model/problems/cluster-problems';
import { ClusterClient } from './cluster-client';
import { readContext, soleKubeconfig } from './kubeconfig';

/** What is needed of a cluster to find it and to know it again. */
export interface SoughtCluster {
  readonly stack: string;
  /** Context of the kubeconfig that leads to it. */
  readonly context: string;
  /** What it must say of itself. */
  readonly identity: { readonly environment: string; readonly plane: string };
}

export interface OpenClusterProps {
  readonly cluster: SoughtCluster;
  /** Kubeconfigs in which its context is looked for. */
  readonly files: readonly string[];
  /** Folder that takes a kubeconfig of this cluster alone; only its owner may read it. */
  readonly folder: string;
  readonly surroundings: Surroundings;
  readonly signal?: AbortSignal;
}

/** A cluster that was found, and that said that it is the one that is meant. */
export interface OpenCluster {
  readonly stack: string;
  /** Kubeconfig whose only context is the cluster. */
  readonly kubeconfig: string;
  readonly client: ClusterClient;
}

/**
 * Finds a cluster by its context and lets it say whose it is, before anything else is asked of it. Throws ProblemsError
 * where it cannot be found, does not answer, does not accept the credentials, or is another one.
 */
export async function openCluster(props: OpenClusterProps): Promise<OpenCluster> {
  const { cluster, files, folder, surroundings, signal } = props;
  const context = readContext(cluster.context, files);
  const client = await ClusterClient.open(context, surroundings, signal);
  try {
    await checkIdentity(client, cluster);
  } catch (error) {
    client.close();
    throw error;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kubeconfig = join(folder, `${cluster.stack}.kubeconfig`);
  writeFileSync(kubeconfig, soleKubeconfig(context), { mode: 0o600 });
  return { stack: cluster.stack, kubeconfig, client };
}

/** Where a cluster says whose it is. */
const IDENTITY = '/api/v1/namespaces/kube-system/configmaps/egov-cluster';

async function checkIdentity(client: ClusterClient, { stack, identity }: SoughtCluster): Promise<void> {
  const { body } = await client.get(IDENTITY);
  const { environment, plane } = (body as { readonly data?: Partial<typeof identity> }).data ?? {};
  if (environment === identity.environment && plane === identity.plane) return;
  const found = environment === undefined || plane === undefined ? undefined : { environment, plane };
  throw new ProblemsError([CLUSTER_IDENTITY.at(stack, { server: client.server, wanted: identity, found })]);
}
