/** Who may talk to whom within one Kubernetes cluster: the side of the proof that does not come from manifests. */
export interface PodIntent {
  /** `hebei-extranet`. */
  readonly cluster: string;
  /** Department of each namespace that belongs to one. */
  readonly tenants: Readonly<Record<string, string>>;
  /** What may pass, and nothing else. */
  readonly flows: readonly PodFlowIntent[];
}

export interface PodFlowIntent {
  /** `finance/budget/web/to-db`; `dns` and the like for what every cluster has. */
  readonly id: string;
  readonly from: PodEndIntent;
  readonly to: PodEndIntent;
  /** Ports, both ends included; none means every port of every protocol. */
  readonly ports: readonly { readonly protocol: 'TCP' | 'UDP'; readonly from: number; readonly to: number }[];
  /** Whether somebody asked for it, so that it has to pass. */
  readonly asked: boolean;
  readonly place: string;
}

/** Pods of a namespace (of every one where none is named) with some labels, or blocks outside of the cluster. */
export type PodEndIntent =
  | { readonly namespace?: string; readonly labels: Readonly<Record<string, string>> }
  | {
      readonly blocks: readonly string[];
      /** Key of the tier whose servers they are: `finance/budget/db`. */
      readonly tier?: string;
    };
