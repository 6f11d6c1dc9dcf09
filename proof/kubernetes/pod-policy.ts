import type { LabelSelector } from './label-selector';

export type Direction = 'ingress' | 'egress';

export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/** Ports of a rule: numbers, both ends included, or the name that a container gives one of its ports. */
export type PortMatch =
  | { readonly protocol: Protocol; readonly from: number; readonly to: number }
  /** Without a protocol the name alone decides (AdminNetworkPolicy). */
  | { readonly name: string; readonly protocol?: Protocol };

/** Whom a rule means, on the other side of the connection. */
export type Peer =
  /** Pods of the policy's own namespace. */
  | { readonly kind: 'own'; readonly pods: LabelSelector }
  | { readonly kind: 'pods'; readonly namespaces: LabelSelector; readonly pods: LabelSelector }
  | { readonly kind: 'block'; readonly cidr: string; readonly except: readonly string[] };

export interface Rule {
  /** Absent: anybody, in the cluster and outside. */
  readonly peers?: readonly Peer[];
  /** Absent: every port of every protocol. */
  readonly ports?: readonly PortMatch[];
  readonly place: string;
}

/** A `networking.k8s.io/v1` NetworkPolicy: what selects a pod isolates it, what admits is added up. */
export interface PodPolicy {
  readonly name: string;
  readonly namespace: string;
  readonly subject: LabelSelector;
  /** Only the directions that it isolates. */
  readonly rules: Readonly<Partial<Record<Direction, readonly Rule[]>>>;
  readonly place: string;
}

export interface AdminRule extends Rule {
  readonly action: 'Allow' | 'Deny' | 'Pass';
}

/**
 * A policy of the cluster's administrator (`policy.networking.k8s.io`): AdminNetworkPolicy, BaselineAdminNetworkPolicy,
 * or their successor ClusterNetworkPolicy. The first rule that matches decides.
 */
export interface AdminPolicy {
  readonly name: string;
  readonly kind: string;
  /** `admin` comes before all NetworkPolicies, `baseline` where none isolates the pod. */
  readonly tier: 'admin' | 'baseline';
  /** The lowest is asked first. */
  readonly priority: number;
  readonly subject: { readonly namespaces: LabelSelector; readonly pods: LabelSelector };
  readonly rules: Readonly<Record<Direction, readonly AdminRule[]>>;
  readonly place: string;
}

/** The policy's name as a reader knows it: `finance/default-deny`, `AdminNetworkPolicy guard`. */
export function policyName(policy: PodPolicy | AdminPolicy): string {
  return 'tier' in policy ? `${policy.kind} ${policy.name}` : `NetworkPolicy ${policy.namespace}/${policy.name}`;
}
