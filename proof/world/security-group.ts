import type { Declared } from './declared';

export interface SecurityGroup extends Declared {
  readonly name?: string;
  readonly project: string;
  readonly stateful: boolean;
  /** Whether Neutron's own two rules (all egress, both families) were left in. */
  readonly defaultRules: boolean;
  /** False for a group that exists outside of what was read: nothing is known about its rules. */
  readonly known: boolean;
  /** Whether ports of other projects may have it too, so that its members are not all known. */
  readonly shared?: boolean;
}

export interface Rule extends Declared {
  readonly group: string;
  readonly direction: 'ingress' | 'egress';
  readonly family: 4 | 6;
  /** A protocol number; absent for any. */
  readonly protocol?: number;
  /** Ports, or ICMP type and code; absent for all. */
  readonly from?: number;
  readonly to?: number;
  readonly remote: Remote;
  readonly description?: string;
}

/** Whom a rule is about; `unknown` where the text could not be understood. */
export type Remote =
  | { readonly kind: 'any' }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'address-group'; readonly group: string }
  | { readonly kind: 'unknown' };

export interface AddressGroup extends Declared {
  readonly prefixes: readonly string[];
}
