import { ComputeAggregateV2 } from '@cdktf/provider-openstack/lib/compute-aggregate-v2';
import { ComputeFlavorV2 } from '@cdktf/provider-openstack/lib/compute-flavor-v2';
import { Construct } from 'constructs';
import type { AggregateDesign, FlavorDesign } from '../../model/design/pool-design';
import { addressed, idOf } from './address';
import { markPlace } from './place';

export interface ComputePoolProps {
  /** One for each availability zone. */
  readonly aggregates: readonly AggregateDesign[];
  readonly flavors: readonly FlavorDesign[];
  readonly place?: string;
}

/**
 * Hosts of one architecture in one plane, and the sizes in which they are given out. Which hosts belong to an
 * aggregate is left to the people who rack them, so a plan never takes a host out. Flavors are private.
 */
export class ComputePool extends Construct {
  /** Ids of the flavors by their keys. */
  readonly flavorIds: ReadonlyMap<string, string>;

  constructor(scope: Construct, key: string, props: ComputePoolProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const aggregates = new Construct(this, 'aggregates');
    for (const { key, name, zone, metadata } of props.aggregates) {
      const aggregate = new ComputeAggregateV2(aggregates, idOf(key), {
        name,
        zone,
        metadata: { ...metadata },
        lifecycle: { ignoreChanges: ['hosts'] },
      });
      addressed(aggregate, key);
    }
    const flavors = new Construct(this, 'flavors');
    this.flavorIds = new Map(props.flavors.map((flavor) => [flavor.key, addFlavor(flavors, flavor)]));
  }
}

function addFlavor(scope: Construct, flavor: FlavorDesign): string {
  const resource = new ComputeFlavorV2(scope, idOf(flavor.key), {
    name: flavor.name,
    vcpus: flavor.vcpus,
    ram: flavor.ramMiB,
    disk: flavor.diskGiB,
    isPublic: false,
    extraSpecs: { ...flavor.extraSpecs },
  });
  return addressed(resource, flavor.key).id;
}
