import type { Declared } from './declared';

/** FWaaS v2: ordered rules on router ports. What no rule matches is denied. */
export interface FirewallGroup extends Declared {
  /** Ports of routers to which it is bound. */
  readonly ports: readonly string[];
  /** For packets that leave the router through the port, into the network. */
  readonly ingress?: readonly FirewallRule[];
  /** For packets that enter the router through the port, out of the network. */
  readonly egress?: readonly FirewallRule[];
  readonly enabled: boolean;
}

export interface FirewallRule extends Declared {
  readonly allow: boolean;
  readonly family: 4 | 6;
  readonly protocol?: number;
  readonly source?: string;
  readonly destination?: string;
  /** A destination port or `from:to`; absent for all. */
  readonly ports?: readonly [number, number];
  /** Whether it also asks for a source port, which packets here do not carry. */
  readonly sourcePorts: boolean;
}
