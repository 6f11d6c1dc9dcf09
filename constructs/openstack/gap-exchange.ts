import { Construct } from 'constructs';
import { idOf } from './address';
import type { NetworkLookup } from './network-ref';
import type { Part } from './part';
import { markPlace } from './place';
import { Port, type PortProps } from './port';
import type { ProjectLookup } from './project-ref';
import { type KeyedGroup, SecurityGroupSet } from './security-group-set';

export interface GapSideProps {
  readonly side: 'outer' | 'inner';
  readonly groups: readonly (KeyedGroup & { readonly project: string })[];
  /** One for each host of the device on this side. */
  readonly ports: readonly (Part<PortProps> & { readonly project: string })[];
}

export interface GapExchangeProps {
  /** In the exchange zone of the Internet plane, and in that of the extranet plane. */
  readonly sides: readonly [GapSideProps, GapSideProps];
  readonly networks: NetworkLookup;
  readonly projects: ProjectLookup;
  readonly place?: string;
}

/**
 * A gap device (网闸) as OpenStack sees it: ports and groups on each side, and nothing between them. No router joins
 * its networks; what crosses is the matter of the device. Throws where a port asks for a group of the other side.
 */
export class GapExchange extends Construct {
  constructor(scope: Construct, key: string, props: GapExchangeProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    for (const side of props.sides) this.addSide(side, props);
  }

  private addSide({ side, ...props }: GapSideProps, { networks, projects }: GapExchangeProps): void {
    const scope = new Construct(this, side);
    const groups = props.groups.map((group) => ({ ...group, owner: projects(group.project) }));
    const set = new SecurityGroupSet(scope, 'groups', { groups });
    const ports = new Construct(scope, 'ports');
    for (const port of props.ports)
      new Port(ports, port.key, { ...port, networks, securityGroups: set.find, owner: projects(port.project) });
  }
}
