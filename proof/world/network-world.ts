import type { FirewallGroup } from './firewall';
import type { LoadBalancer } from './load-balancer';
import type { Network, NetworkShare, Subnet } from './network';
import type { Port } from './port';
import type { FloatingIp, Router } from './router';
import type { AddressGroup, Rule, SecurityGroup } from './security-group';

/** All that decides who can reach whom, as plain data. References are ids; nothing is resolved twice. */
export interface NetworkWorld {
  readonly networks: readonly Network[];
  readonly subnets: readonly Subnet[];
  readonly shares: readonly NetworkShare[];
  readonly ports: readonly Port[];
  readonly groups: readonly SecurityGroup[];
  readonly rules: readonly Rule[];
  readonly addressGroups: readonly AddressGroup[];
  readonly routers: readonly Router[];
  readonly floatingIps: readonly FloatingIp[];
  readonly loadBalancers: readonly LoadBalancer[];
  readonly firewalls: readonly FirewallGroup[];
  readonly vpns: readonly VpnMembership[];
  readonly unknowns: readonly Unknown[];
  /** Types that cannot matter for reachability and were passed over, with how many of each. */
  readonly passedOver: Readonly<Record<string, number>>;
}

/** A network or router that takes part in an MPLS VPN: it exports and imports route targets. */
export interface VpnMembership {
  readonly vpn: string;
  readonly place: string;
  /** The id of a network or a router; absent while nothing is attached. */
  readonly member?: string;
  readonly project: string;
  readonly imports: readonly string[];
  readonly exports: readonly string[];
}

/** Something that was not understood, and what it could touch. */
export interface Unknown {
  readonly id: string;
  readonly place: string;
  /** What it could change: one port, group, router or network, or anything at all. */
  readonly touches:
    | { readonly kind: 'port' | 'group' | 'router' | 'network'; readonly id: string }
    | { readonly kind: 'anything' };
  /** The assumption under which an answer would hold all the same. */
  readonly assumption: string;
}

export const emptyWorld: NetworkWorld = {
  networks: [],
  subnets: [],
  shares: [],
  ports: [],
  groups: [],
  rules: [],
  addressGroups: [],
  routers: [],
  floatingIps: [],
  loadBalancers: [],
  firewalls: [],
  vpns: [],
  unknowns: [],
  passedOver: {},
};
