import type { Labels } from './label-selector';
import type { AdminPolicy, PodPolicy, Protocol } from './pod-policy';

/** A cluster as far as its network rules go: who is there, and who may talk to whom. */
export interface PodWorld {
  readonly namespaces: ReadonlyMap<string, Namespace>;
  readonly workloads: readonly Workload[];
  readonly policies: readonly PodPolicy[];
  readonly adminPolicies: readonly AdminPolicy[];
  /** Blocks from which pods get their addresses; empty where nobody said it: then any block may hold pods. */
  readonly podBlocks: readonly string[];
  /** What was read and not understood; while there is one, nothing about the cluster is proved. */
  readonly doubts: readonly PodDoubt[];
}

export interface Namespace {
  readonly name: string;
  readonly labels: Labels;
  readonly place: string;
}

/** Pods that are alike for every rule: those of one template, or one pod. */
export interface Workload {
  /** `finance-portal-prod/Deployment/web`. */
  readonly key: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
  /** It shares its node's network: no policy selects it, and its address is the node's. */
  readonly hostNetwork: boolean;
  readonly place: string;
}

export interface ContainerPort {
  readonly name?: string;
  readonly protocol: Protocol;
  readonly port: number;
}

export interface PodDoubt {
  readonly place: string;
  /** What was not understood: `CiliumNetworkPolicy shop/allow-dns`. */
  readonly what: string;
}
