import type { Declared } from './declared';
import type { Route } from './network';

export interface Router extends Declared {
  readonly name?: string;
  readonly project: string;
  readonly interfaces: readonly RouterInterface[];
  readonly gateway?: RouterGateway;
  readonly routes: readonly Route[];
  /** A physical device: what no route of it matches goes onto each of its wires. */
  readonly forwardsAll?: boolean;
}

export interface RouterInterface extends Declared {
  readonly network: string;
  /** What the interface routes for; one of its subnets for each address. */
  readonly addresses: readonly { readonly subnet: string; readonly address: string }[];
  /** The port, where one was made for it; firewall groups are bound to ports. */
  readonly port?: string;
}

export interface RouterGateway extends Declared {
  readonly network: string;
  readonly addresses: readonly { readonly subnet: string; readonly address: string }[];
  readonly snat: boolean;
}

/** A public address mapped one to one to an address of a port. */
export interface FloatingIp extends Declared {
  readonly network: string;
  /** Written out, or a symbol. */
  readonly address: string;
  readonly project: string;
  readonly port?: string;
  /** Which of the port's addresses; its first when absent. */
  readonly fixedAddress?: string;
  readonly forwardings: readonly PortForwarding[];
}

export interface PortForwarding extends Declared {
  readonly protocol: number;
  readonly externalPort: number;
  readonly internalPort: number;
  readonly port: string;
  readonly address: string;
}
