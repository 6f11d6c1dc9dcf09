import type { IpFamily } from '../cidr';

/** A layer-2 network as decided: every address written out, so that a plan is readable and a proof possible. */
export interface NetworkDesign {
  /** `extranet/edge` for a zone of the platform, `finance/budget/app` for a tier, `finance/entry/dept` for entries. */
  readonly key: string;
  readonly name: string;
  /** Key of the plane. */
  readonly plane: string;
  /** Key of the zone inside the plane. */
  readonly zone: string;
  /** Key of the project that owns it. */
  readonly project: string;
  /** Whether routers have their gateways, and floating IPs their pool, on it: the edge network of a business plane. */
  readonly external: boolean;
  readonly segment: SegmentDesign;
  /** In the order IPv4, IPv6, reachable blocks. */
  readonly subnets: readonly SubnetDesign[];
  readonly tags: readonly string[];
  readonly place: string;
}

/** How the network is told apart on the wire. Overlay segments (`vxlan`, `geneve`) have no physical network. */
export interface SegmentDesign {
  readonly type: 'vlan' | 'vxlan' | 'geneve';
  readonly physnet?: string;
  readonly id: number;
}

export interface SubnetDesign {
  /** `v4`, `v6`, or `reachable-<block>`: unique in its network. */
  readonly key: string;
  readonly name: string;
  readonly family: IpFamily;
  readonly cidr: string;
  /** `null` where nobody routes for it. */
  readonly gateway: string | null;
  readonly dhcp: boolean;
  /** Where Neutron takes addresses for its own ports. Addresses that we decide lie outside. */
  readonly dynamic: { readonly start: string; readonly end: string } | null;
}

/** A subnet pool of a plane: one for each family, in an address scope of its own. Neutron refuses overlaps inside. */
export interface SubnetPoolDesign {
  /** `extranet-v4`. */
  readonly key: string;
  readonly name: string;
  readonly family: IpFamily;
  readonly prefixes: readonly string[];
}
