import type { Declared } from './declared';

export interface LoadBalancer extends Declared {
  readonly name?: string;
  readonly network: string;
  readonly project: string;
  /** The address that clients use; an address or a symbol. */
  readonly address: string;
  readonly provider: string;
  readonly listeners: readonly Listener[];
  /** The port that carries the address, where one was given. */
  readonly port?: string;
  /** Every subnet from which it may speak to members: that of the address and those that members name. */
  readonly subnets: readonly string[];
}

export interface Listener extends Declared {
  readonly protocol: number;
  readonly port: number;
  /** Who may connect; all when empty. */
  readonly allowedPrefixes: readonly string[];
  readonly members: readonly Member[];
}

export interface Member extends Declared {
  readonly address: string;
  readonly port: number;
  readonly subnet?: string;
}
