import type { IpFamily } from '../../model/cidr';

/** A network that exists or is made in the same stack, with the subnets that somebody wants to use. */
export interface NetworkRef {
  readonly networkId: string;
  /** Id of the subnet with this key. */
  subnetId(key: string): string;
}

/** Finds a network by its key. */
export type NetworkLookup = (key: string) => NetworkRef;

export interface SubnetPoolRef {
  readonly subnetPoolId: string;
  readonly family: IpFamily;
  /** What the pool holds: a subnet outside of it is made without the pool. */
  readonly prefixes: readonly string[];
}
