/** A NetworkPolicy of one namespace. A direction that is absent is left alone; an empty one admits nothing. */
export interface PodPolicyDesign {
  readonly name: string;
  /** Labels of the pods that it is for; none means all of the namespace. */
  readonly pods: Readonly<Record<string, string>>;
  readonly ingress?: readonly PodRuleDesign[];
  readonly egress?: readonly PodRuleDesign[];
  /** What asked for it, as people say it. */
  readonly purpose?: string;
  readonly place: string;
}

export interface PodRuleDesign {
  readonly peers: readonly PodPeerDesign[];
  readonly ports: readonly { readonly protocol: 'TCP' | 'UDP'; readonly port: number }[];
}

/** Pods by labels of their own and of their namespace, which is the own one where none are named; or a block outside of the cluster. */
export type PodPeerDesign =
  | { readonly namespaces?: Readonly<Record<string, string>>; readonly pods: Readonly<Record<string, string>> }
  | { readonly block: string };
