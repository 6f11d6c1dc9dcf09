import { Construct } from 'constructs';
import { idOf } from './address';
import type { NetworkLookup } from './network-ref';
import type { Part } from './part';
import { markPlace } from './place';
import { Port, type PortProps } from './port';
import type { ProjectLookup } from './project-ref';
import { type KeyedGroup, SecurityGroupSet } from './security-group-set';

export interface RelayHostProps {
  /** Each in another network, with groups of its own. */
  readonly legs: readonly RelayLegProps[];
  readonly networks: NetworkLookup;
  readonly projects: ProjectLookup;
  readonly place?: string;
}

export interface RelayLegProps {
  /** With the key of the project that it and the groups belong to. */
  readonly port: Part<PortProps> & { readonly project: string };
  readonly groups: readonly KeyedGroup[];
}

/** A host with a leg in a business plane and one in the management plane. It relays a service and routes nothing. */
export class RelayHost extends Construct {
  constructor(scope: Construct, key: string, props: RelayHostProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    for (const { port, groups } of props.legs) {
      const leg = new Construct(this, idOf(port.key));
      const owner = props.projects(port.project);
      const set = new SecurityGroupSet(leg, 'groups', { groups, owner });
      new Port(leg, port.key, { ...port, networks: props.networks, securityGroups: set.find, owner });
    }
  }
}
