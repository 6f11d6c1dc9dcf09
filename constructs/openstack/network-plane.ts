import { NetworkingAddressscopeV2 } from '@cdktf/provider-openstack/lib/networking-addressscope-v2';
import { NetworkingSubnetpoolV2 } from '@cdktf/provider-openstack/lib/networking-subnetpool-v2';
import { Construct } from 'constructs';
import { Cidr } from '../../model/cidr';
import type { SubnetPoolDesign } from '../../model/design/network-design';
import { summarise } from '../../model/summarise';
import { addressed, idOf } from './address';
import { given } from './given';
import type { SubnetPoolRef } from './network-ref';
import { markPlace } from './place';
import { type ProjectRef, within } from './project-ref';

export interface NetworkPlaneProps {
  /** At most one for each family. */
  readonly pools: readonly SubnetPoolDesign[];
  /**
   * Who owns the address space.
   *
   * @default - the project of the credentials
   */
  readonly owner?: ProjectRef;
  readonly tags?: readonly string[];
  readonly place?: string;
}

/**
 * The address space of a plane: an address scope and a subnet pool for each family, so that Neutron refuses two
 * subnets that overlap. It separates nothing: what keeps planes apart is that no router has interfaces in two.
 */
export class NetworkPlane extends Construct {
  readonly pools: readonly SubnetPoolRef[];

  constructor(scope: Construct, key: string, props: NetworkPlaneProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    this.pools = props.pools.map((pool) => this.addPool(pool, props));
  }

  private addPool(pool: SubnetPoolDesign, { owner, tags }: NetworkPlaneProps): SubnetPoolRef {
    const project = given({ projectId: owner?.projectId });
    const addressScope = new NetworkingAddressscopeV2(this, `${idOf(pool.key)}-scope`, {
      name: pool.name,
      ipVersion: pool.family,
      ...project,
      ...within(owner, 'network'),
    });
    const subnetPool = new NetworkingSubnetpoolV2(this, `${idOf(pool.key)}-pool`, {
      name: pool.name,
      addressScopeId: addressed(addressScope, pool.key).id,
      // Neutron answers them summarised; written in any other way the pool would differ for ever.
      prefixes: summarise(pool.prefixes.map(Cidr.of)).map(String),
      ...project,
      ...given({ tags: tags && [...tags] }),
    });
    return {
      subnetPoolId: addressed(subnetPool, pool.key).id,
      family: pool.family,
      prefixes: pool.prefixes,
    };
  }
}
