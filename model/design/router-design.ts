/** One address of a router or port on one subnet. */
export interface AddressDesign {
  /** Key of the subnet inside the network. */
  readonly subnet: string;
  readonly address: string;
}

/**
 * A router of one plane. It knows its own networks and, over its gateway, the edge of the plane; what it forwards
 * elsewhere crosses the boundary firewall there. Source addresses are never translated.
 */
export interface RouterDesign {
  /** Key of its project: `finance-extranet`. */
  readonly key: string;
  readonly name: string;
  readonly project: string;
  readonly plane: string;
  readonly gateway: { readonly network: string; readonly addresses: readonly AddressDesign[] };
  /** Networks it routes for: the gateway address of each of their subnets is the router's. */
  readonly interfaces: readonly { readonly network: string; readonly subnet: string }[];
  readonly tags: readonly string[];
  readonly place: string;
}

/** What the edge device of a plane must route to whom: handed to the people who run it. */
export interface EdgeRoute {
  readonly plane: string;
  readonly destination: string;
  readonly nextHop: string;
  /** Key of the network behind it. */
  readonly network: string;
}
