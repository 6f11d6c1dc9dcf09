import type { PodSecurity } from './namespace-design';

/** What a system of a level gets in Kubernetes where it says nothing itself. */
export interface KubernetesLevel {
  /** Profile of Pod Security that the API server enforces; violations of `warn` are told. */
  readonly podSecurity: { readonly enforce: PodSecurity; readonly warn: PodSecurity };
  /** Least pods of a workload in production, and least of them that a drain of nodes leaves. */
  readonly replicas: number;
  readonly available: number;
  /** Whether pods must be spread over zones and hosts, or only should. */
  readonly spread: 'must' | 'should';
  /** Whether its nodes take systems of no other level. */
  readonly ownNodes: boolean;
  /** Servers of the control plane. */
  readonly masters: number;
  /** Whether the cluster refuses Services of type NodePort in the extranet too. */
  readonly nodePorts: 'refused' | 'refused in the internet plane';
  /** Limits of a namespace: requests together; limits may be twice as high. */
  readonly quota: QuotaOfNamespace;
  /** What a container gets that asks for nothing, and the most that one may ask for. */
  readonly container: {
    readonly requests: Size;
    readonly limits: Size;
    readonly most: Size;
  };
}

export interface QuotaOfNamespace {
  readonly cpu: number;
  readonly memoryGiB: number;
  readonly pods: number;
  readonly storageGiB: number;
}

/** Thousandths of a core, mebibytes. */
export interface Size {
  readonly cpu: number;
  readonly memory: number;
}

const container = {
  requests: { cpu: 250, memory: 256 },
  limits: { cpu: 1000, memory: 512 },
  most: { cpu: 8000, memory: 16384 },
};

/**
 * By level of GB/T 22239-2019. Numbers are choices of this toolkit; that level 2 may enforce `baseline`, level 3 spreads
 * over two zones with three masters, and level 4 has nodes of its own, is the domain's.
 */
export const kubernetesLevels: Readonly<Record<2 | 3 | 4, KubernetesLevel>> = {
  2: {
    podSecurity: { enforce: 'baseline', warn: 'restricted' },
    replicas: 2,
    available: 1,
    spread: 'should',
    ownNodes: false,
    masters: 1,
    nodePorts: 'refused in the internet plane',
    quota: { cpu: 8, memoryGiB: 16, pods: 40, storageGiB: 200 },
    container,
  },
  3: {
    podSecurity: { enforce: 'restricted', warn: 'restricted' },
    replicas: 2,
    available: 1,
    spread: 'must',
    ownNodes: false,
    masters: 3,
    nodePorts: 'refused',
    quota: { cpu: 16, memoryGiB: 32, pods: 60, storageGiB: 500 },
    container,
  },
  4: {
    podSecurity: { enforce: 'restricted', warn: 'restricted' },
    replicas: 3,
    available: 2,
    spread: 'must',
    ownNodes: true,
    masters: 3,
    nodePorts: 'refused',
    quota: { cpu: 32, memoryGiB: 64, pods: 100, storageGiB: 1000 },
    container,
  },
};

/** The row of a level; a cloud has systems of level 2, 3 or 4. */
export function kubernetesLevel(mlps: number): KubernetesLevel {
  return kubernetesLevels[mlps >= 4 ? 4 : mlps === 3 ? 3 : 2];
}
