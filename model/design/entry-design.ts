import type { AddressDesign } from './router-design';

/**
 * How users reach a tier: a load balancer that ends TLS, with a floating IP of the plane. Internet entries stand in
 * the DMZ and belong to the platform; extranet entries stand in an entry network of the department.
 */
export interface EntryDesign {
  /** Key of the tier: `finance/budget/web`. */
  readonly key: string;
  readonly name: string;
  readonly plane: string;
  readonly project: string;
  /** Network of the VIP. */
  readonly network: string;
  readonly vip: AddressDesign;
  /** An address of a reachable block of the plane, on the edge network. */
  readonly floatingIp: { readonly network: string; readonly subnet: string; readonly address: string };
  readonly host: string;
  /** Port of the listener, to which users connect. Members have their own. */
  readonly port: number;
  /** Name of the certificate container in the key manager of the platform. */
  readonly tls: string;
  /** Name of the secret with the authority of clients; without it clients show no certificate. */
  readonly clientCa?: string;
  /** Who may connect. */
  readonly allowedCidrs: readonly string[];
  readonly members: readonly { readonly key: string; readonly address: string; readonly port: number }[];
  readonly tags: readonly string[];
  readonly place: string;
}
