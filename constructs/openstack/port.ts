import { NetworkingPortV2 } from '@cdktf/provider-openstack/lib/networking-port-v2';
import { Construct } from 'constructs';
import type { AddressDesign } from '../../model/design/router-design';
import { addressed, idOf } from './address';
import { given } from './given';
import type { NetworkLookup } from './network-ref';
import { markPlace } from './place';
import { type ProjectRef, within } from './project-ref';
import type { SecurityGroupLookup } from './security-group-ref';

export interface PortProps {
  readonly name: string;
  /** Key of the network. */
  readonly network: string;
  readonly addresses: readonly AddressDesign[];
  /** Keys of its security groups; a port without one is refused, since Neutron would give it its default group. */
  readonly groups: readonly string[];
  readonly networks: NetworkLookup;
  readonly securityGroups: SecurityGroupLookup;
  readonly description?: string;
  /** @default - the project of the credentials */
  readonly owner?: ProjectRef;
  readonly tags?: readonly string[];
  readonly place?: string;
}

/** A place for a server, with its addresses and groups. Who boots there is not said. */
export class Port extends Construct {
  readonly portId: string;

  constructor(scope: Construct, key: string, props: PortProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    if (props.groups.length === 0) throw new Error(`port ${key} has no security group; name at least one`);
    const network = props.networks(props.network);
    const { owner, tags } = props;
    const port = new NetworkingPortV2(this, 'port', {
      name: props.name,
      networkId: network.networkId,
      fixedIp: props.addresses.map(({ subnet, address }) => ({
        subnetId: network.subnetId(subnet),
        ipAddress: address,
      })),
      securityGroupIds: props.groups.map((group) => props.securityGroups(group).securityGroupId),
      ...given({ description: props.description, tenantId: owner?.projectId, tags: tags && [...tags] }),
      ...within(owner, 'network'),
    });
    this.portId = addressed(port, key).id;
  }
}
