import { NetworkingNetworkV2 } from '@cdktf/provider-openstack/lib/networking-network-v2';
import { NetworkingSubnetV2 } from '@cdktf/provider-openstack/lib/networking-subnet-v2';
import { Construct } from 'constructs';
import { Cidr, type IpFamily } from '../../model/cidr';
import type { SegmentDesign } from '../../model/design/network-design';
import { addressed, idOf } from './address';
import { given } from './given';
import type { NetworkRef, SubnetPoolRef } from './network-ref';
import { markPlace } from './place';
import { type ProjectRef, within } from './project-ref';

export interface NetworkProps {
  readonly name: string;
  readonly subnets: readonly SubnetProps[];
  /**
   * How the network is told apart on the wire.
   *
   * @default - Neutron chooses a segment of its tenant network type
   */
  readonly segment?: SegmentDesign;
  /**
   * Whether routers have their gateways on it.
   *
   * @default false
   */
  readonly external?: boolean;
  /**
   * Pools of the plane. The subnets of one family come from the pool that holds all of them.
   *
   * @default - the subnets come from no pool, and Neutron compares them with nothing outside of the network
   */
  readonly pools?: readonly SubnetPoolRef[];
  /** @default - the project of the credentials */
  readonly owner?: ProjectRef;
  readonly tags?: readonly string[];
  readonly place?: string;
}

export interface SubnetProps {
  /** Unique in its network: `v4`, `v6`. */
  readonly key: string;
  readonly family: IpFamily;
  readonly cidr: string;
  /** `null` where nobody routes for it. */
  readonly gateway: string | null;
  readonly name?: string;
  /** @default true */
  readonly dhcp?: boolean;
  /**
   * Where Neutron takes addresses for its own ports; `null` is the same as not given.
   *
   * @default - the whole subnet without its gateway
   */
  readonly dynamic?: { readonly start: string; readonly end: string } | null;
}

/** A network and its subnets with every address written out. It is never shared. */
export class Network extends Construct implements NetworkRef {
  readonly networkId: string;
  private readonly subnetIds: ReadonlyMap<string, string>;

  constructor(
    scope: Construct,
    private readonly key: string,
    private readonly props: NetworkProps,
  ) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const network = new NetworkingNetworkV2(this, 'network', {
      name: props.name,
      external: props.external ?? false,
      ...given({ segments: props.segment && [segmentOf(props.segment)] }),
      ...this.common,
      ...within(props.owner, 'network'),
    });
    this.networkId = addressed(network, key).id;
    this.subnetIds = new Map(props.subnets.map((subnet) => [subnet.key, this.addSubnet(subnet)]));
  }

  /** Throws where the network has no subnet of this key. */
  subnetId(key: string): string {
    const id = this.subnetIds.get(key);
    if (id === undefined)
      throw new Error(`network ${this.key} has no subnet ${key}, only ${[...this.subnetIds.keys()].join(', ')}`);
    return id;
  }

  private get common(): { tenantId?: string; tags?: string[] } {
    const { owner, tags } = this.props;
    return given({ tenantId: owner?.projectId, tags: tags && [...tags] });
  }

  private addSubnet(subnet: SubnetProps): string {
    const { family, gateway, dynamic, dhcp = true } = subnet;
    const resource = new NetworkingSubnetV2(this, idOf(subnet.key), {
      networkId: this.networkId,
      ipVersion: family,
      cidr: subnet.cidr,
      enableDhcp: dhcp,
      ...(gateway === null ? { noGateway: true } : { gatewayIp: gateway }),
      ...(dynamic == null ? {} : { allocationPool: [{ start: dynamic.start, end: dynamic.end }] }),
      // Without a mode Neutron leaves IPv6 to a router outside of OpenStack, and ports get no address by DHCP.
      ...(family === 6 && dhcp ? { ipv6AddressMode: 'dhcpv6-stateful', ipv6RaMode: 'dhcpv6-stateful' } : {}),
      ...given({ name: subnet.name, subnetpoolId: this.poolFor(subnet)?.subnetPoolId }),
      ...this.common,
    });
    return addressed(resource, `${this.key}/${subnet.key}`).id;
  }

  /** Neutron takes all subnets of one family of a network from one pool, or none of them. */
  private poolFor({ family }: SubnetProps): SubnetPoolRef | undefined {
    const blocks = this.props.subnets.filter((subnet) => subnet.family === family).map(({ cidr }) => Cidr.of(cidr));
    return this.props.pools?.find(({ prefixes }) => {
      const held = prefixes.map((prefix) => Cidr.of(prefix));
      return blocks.every((block) => held.some((prefix) => prefix.contains(block)));
    });
  }
}

function segmentOf({ type, physnet, id }: SegmentDesign) {
  return { networkType: type, segmentationId: id, ...given({ physicalNetwork: physnet }) };
}
