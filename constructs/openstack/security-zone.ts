import { Construct } from 'constructs';
import { idOf } from './address';
import { given } from './given';
import { Network, type NetworkProps } from './network';
import type { SubnetPoolRef } from './network-ref';
import { markPlace } from './place';
import type { ProjectRef } from './project-ref';
import { type KeyedGroup, SecurityGroupSet } from './security-group-set';

export interface SecurityZoneProps {
  readonly network: NetworkProps;
  /**
   * The groups of the hosts in the zone.
   *
   * @default - none; hosts bring their own
   */
  readonly groups?: readonly KeyedGroup[];
  /** Pools of the plane that the zone lies in. */
  readonly pools?: readonly SubnetPoolRef[];
  /** Owner of network and groups. */
  readonly owner?: ProjectRef;
  readonly place?: string;
}

/** A zone of the platform: its network with the subnets, and the groups of the hosts in it. */
export class SecurityZone extends Construct {
  readonly network: Network;
  readonly groups: SecurityGroupSet;

  constructor(scope: Construct, key: string, props: SecurityZoneProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const owner = given({ owner: props.owner });
    this.network = new Network(this, key, { ...props.network, ...given({ pools: props.pools }), ...owner });
    this.groups = new SecurityGroupSet(this, 'groups', { groups: props.groups ?? [], ...owner });
  }
}
