import type { Declared } from './declared';

/** A layer-2 network. Two networks that meet on one physical network and segment are one wire. */
export interface Network extends Declared {
  readonly name?: string;
  readonly project: string;
  /** Whether floating IPs and router gateways come from it. */
  readonly external: boolean;
  /** Whether everybody may attach ports to it. */
  readonly shared: boolean;
  /** What new ports get that do not say. */
  readonly portSecurity: boolean;
  readonly segments: readonly Segment[];
  readonly tags: readonly string[];
}

export interface Segment {
  readonly type: string;
  readonly physicalNetwork?: string;
  /** Absent for a flat network, and where apply chooses. */
  readonly id?: number;
}

export interface Subnet extends Declared {
  readonly network: string;
  readonly project: string;
  readonly cidr: string;
  /** An address, a symbol, or `null` where the subnet has no gateway. */
  readonly gateway: string | null;
  readonly hostRoutes: readonly Route[];
  readonly addressScope?: string;
}

export interface Route {
  readonly destination: string;
  /** An address or a symbol. */
  readonly nextHop: string;
  readonly origin: Declared;
}

/** A right to attach ports to a network that belongs to another project. */
export interface NetworkShare extends Declared {
  readonly network: string;
  /** A project, or `*` for all. */
  readonly target: string;
}
