import { Construct } from 'constructs';
import { idOf } from './address';
import { given } from './given';
import { Network, type NetworkProps } from './network';
import type { SubnetPoolRef } from './network-ref';
import { markPlace } from './place';
import type { ProjectRef } from './project-ref';
import { SecurityGroup, type SecurityGroupProps } from './security-group';

/** Something inside of a larger construct, with a key of its own. */
export type Keyed<P> = P & {
  /** @default - the key of the zone */
  readonly key?: string;
};

export interface SecurityZoneProps {
  readonly network: Keyed<NetworkProps>;
  /**
   * The group of the hosts in the zone.
   *
   * @default - no group; hosts bring their own
   */
  readonly group?: Keyed<SecurityGroupProps>;
  /** Pools of the plane that the zone lies in. */
  readonly pools?: readonly SubnetPoolRef[];
  /** Owner of network and group. */
  readonly owner?: ProjectRef;
  readonly place?: string;
}

/** A zone of the platform: its network with the subnets, and the group of the hosts in it. */
export class SecurityZone extends Construct {
  readonly network: Network;
  readonly group: SecurityGroup | undefined;

  constructor(scope: Construct, key: string, props: SecurityZoneProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const { network, group } = props;
    const owner = given({ owner: props.owner });
    this.network = new Network(this, network.key ?? key, { ...given({ pools: props.pools }), ...owner, ...network });
    const groups = new Construct(this, 'group');
    this.group = group && new SecurityGroup(groups, group.key ?? key, { ...owner, ...group });
  }
}
