import { NetworkingRouterInterfaceV2 } from '@cdktf/provider-openstack/lib/networking-router-interface-v2';
import { NetworkingRouterV2 } from '@cdktf/provider-openstack/lib/networking-router-v2';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AddressDesign } from '../../model/design/router-design';
import { addressed, idOf } from './address';
import { given } from './given';
import type { NetworkLookup } from './network-ref';
import { markPlace } from './place';
import { type ProjectRef, within } from './project-ref';

export interface RouterProps {
  readonly name: string;
  /** Networks that it routes for, by key: it takes the gateway address of each subnet. */
  readonly interfaces: readonly { readonly network: string; readonly subnet: string }[];
  /**
   * Its addresses on the edge network of the plane.
   *
   * @default - no way out of its own networks
   */
  readonly gateway?: { readonly network: string; readonly addresses: readonly AddressDesign[] };
  readonly networks: NetworkLookup;
  /** @default - the project of the credentials */
  readonly owner?: ProjectRef;
  readonly tags?: readonly string[];
  readonly place?: string;
}

/** A router of one plane. It never translates source addresses: who connected stays visible. */
export class Router extends Construct {
  readonly routerId: string;
  private readonly interfaces: readonly { readonly network: string; readonly resource: ITerraformDependable }[];

  constructor(scope: Construct, key: string, props: RouterProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const { owner, tags } = props;
    const router = new NetworkingRouterV2(this, 'router', {
      name: props.name,
      ...gatewayOf(props),
      ...given({ tenantId: owner?.projectId, tags: tags && [...tags] }),
      ...within(owner, 'network'),
    });
    this.routerId = addressed(router, key).id;
    this.interfaces = props.interfaces.map(({ network, subnet }) => {
      const subnetKey = `${network}/${subnet}`;
      const resource = new NetworkingRouterInterfaceV2(this, idOf(subnetKey), {
        routerId: this.routerId,
        subnetId: props.networks(network).subnetId(subnet),
      });
      return { network, resource: addressed(resource, subnetKey) };
    });
  }

  /** What has to be there before a floating IP can lead into the network. */
  interfacesTo(network: string): ITerraformDependable[] {
    return this.interfaces.filter((one) => one.network === network).map(({ resource }) => resource);
  }
}

function gatewayOf({ gateway, networks }: RouterProps) {
  if (gateway === undefined) return {};
  const edge = networks(gateway.network);
  return {
    externalNetworkId: edge.networkId,
    enableSnat: false,
    externalFixedIp: gateway.addresses.map(({ subnet, address }) => ({
      subnetId: edge.subnetId(subnet),
      ipAddress: address,
    })),
  };
}
