import { Construct } from 'constructs';
import type { PortDesign } from '../../model/design/port-design';
import type { SecurityGroupDesign } from '../../model/design/security-group-design';
import { idOf } from './address';
import type { NetworkLookup } from './network-ref';
import { markPlace } from './place';
import { Port } from './port';
import type { ProjectLookup } from './project-ref';
import { SecurityGroup } from './security-group';

export interface RelayHostProps {
  /** Each in another network, with a group of its own. */
  readonly legs: readonly { readonly port: PortDesign; readonly group: SecurityGroupDesign }[];
  readonly networks: NetworkLookup;
  readonly projects: ProjectLookup;
  readonly place?: string;
}

/** A host with a leg in a business plane and one in the management plane. It relays a service and routes nothing. */
export class RelayHost extends Construct {
  constructor(scope: Construct, key: string, props: RelayHostProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const groups = new Map(
      props.legs.map(({ group }) => {
        const owner = props.projects(group.project);
        return [group.key, new SecurityGroup(this, group.key, { ...group, owner })];
      }),
    );
    const ports = new Construct(this, 'ports');
    for (const { port } of props.legs)
      new Port(ports, port.key, {
        ...port,
        networks: props.networks,
        securityGroups: (name) => lookUp(groups, name, key),
        owner: props.projects(port.project),
      });
  }
}

function lookUp(groups: ReadonlyMap<string, SecurityGroup>, name: string, relay: string): SecurityGroup {
  const group = groups.get(name);
  if (group === undefined) throw new Error(`relay ${relay} has no security group ${name}`);
  return group;
}
