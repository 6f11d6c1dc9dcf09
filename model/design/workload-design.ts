/** A workload of a system: a Deployment with what belongs to it. */
export interface WorkloadDesign {
  /** `finance/budget/web`. */
  readonly key: string;
  readonly name: string;
  readonly namespace: string;
  readonly role: 'service' | 'front-end';
  /** Labels of all its objects. */
  readonly labels: Readonly<Record<string, string>>;
  /** Those of the labels by which its pods are found; they never change. */
  readonly selector: Readonly<Record<string, string>>;
  readonly image: string;
  readonly port: number;
  readonly health: string;
  readonly replicas: { readonly least: number; readonly most: number; readonly available: number };
  /** As the API server writes them back. */
  readonly requests: Readonly<Record<'cpu' | 'memory', string>>;
  readonly limits: Readonly<Record<'cpu' | 'memory', string>>;
  /** Labels of the nodes of its pool. */
  readonly nodes: Readonly<Record<string, string>>;
  /** Present where these nodes take no other level: the taint that its pods bear. */
  readonly toleration?: { readonly key: string; readonly value: string };
  readonly spread: 'must' | 'should';
  /** Whether the cluster has several zones to spread over. */
  readonly zoned: boolean;
  readonly priority: string;
  readonly pullSecret: string;
  readonly entry?: {
    readonly host: string;
    /** Secret with certificate and key. */
    readonly tls: string;
    readonly ingressClass: string;
  };
  readonly place: string;
}
