/**
 * Something that policies look at: a resource, a part of the Design, an end of packets, a Kubernetes object. A policy
 * that needs more of it extends this.
 */
export interface Thing {
  /**
   * Its identity at every door: `openstack_networking_port_v2.finance_budget_app_1`, `tier finance/budget/app`,
   * `Deployment finance/web`. Never a line, an index or a path of this machine.
   */
  readonly key: string;
  /** `file:line:column` of the words that asked for it; the key where nobody knows. */
  readonly place: string;
  /** Level of the system it belongs to; of the platform where it is everybody's; the highest where it is shared. */
  readonly mlps: number;
}
