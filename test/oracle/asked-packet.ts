import type { SmallCloud } from '../unit/proof/small-cloud';

/** A packet, by the names of the ports (or load balancers) that send and receive it. */
export interface AskedPacket {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly destination: string;
  readonly protocol: number;
  /** A destination port, or an ICMP type. */
  readonly port: number;
  /** Whether it is sent as the sender's subnets tell; otherwise he may hand it to anybody on his wire. */
  readonly usual?: boolean;
}

export interface PlacedPort {
  readonly name: string;
  readonly network: string;
  readonly addresses: readonly string[];
  readonly pairs: readonly string[];
  readonly secured: boolean;
}

/** A random world, and packets to ask about it. */
export interface AskedCloud {
  readonly cloud: SmallCloud;
  /** Who answers when somebody asks for an address that nobody has: the address by port. */
  readonly claims: Readonly<Record<string, string>>;
  packet(): AskedPacket;
}
