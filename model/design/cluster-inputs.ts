/** What a cluster takes from the OpenStack side of its cloud, as plain values. */
export interface ClusterInputs {
  /** Zone of the cloud in the DNS, without the final dot. */
  readonly dnsZone: string;
  /** Blocks from which the load balancers of the plane reach the ingress controllers. */
  readonly entrances: readonly string[];
}
