import type { Design } from '../../model/design/design';

/** What is needed of a cluster to find it, to know it again and to name its stack. */
export interface DesignCluster {
  /** The plane that it serves. */
  readonly key: string;
  /** Name of its Pulumi stack, and of its context in a kubeconfig of the sandbox. */
  readonly stack: string;
  /** What the cluster must say of itself. */
  readonly identity: { readonly environment: string; readonly plane: string };
}

/** The Kubernetes clusters of an environment. */
export function designClusters(design: Design): readonly DesignCluster[] {
  return (design as { readonly clusters?: readonly DesignCluster[] }).clusters ?? [];
}
