import { Construct } from 'constructs';
import type { PortDesign } from '../../model/design/port-design';
import type { SecurityGroupDesign } from '../../model/design/security-group-design';
import { idOf } from './address';
import type { NetworkLookup } from './network-ref';
import { markPlace } from './place';
import { Port } from './port';
import type { ProjectLookup } from './project-ref';
import { SecurityGroup } from './security-group';

export interface GapSideProps {
  readonly side: 'outer' | 'inner';
  readonly group: SecurityGroupDesign;
  /** One for each host of the device on this side. */
  readonly ports: readonly PortDesign[];
}

export interface GapExchangeProps {
  /** In the exchange zone of the Internet plane, and in that of the extranet plane. */
  readonly sides: readonly [GapSideProps, GapSideProps];
  readonly networks: NetworkLookup;
  readonly projects: ProjectLookup;
  readonly place?: string;
}

/**
 * A gap device (网闸) as OpenStack sees it: ports and a group on each side, and nothing between them. No router joins
 * its networks; what crosses is the matter of the device. Throws where a port asks for a group of the other side.
 */
export class GapExchange extends Construct {
  constructor(scope: Construct, key: string, props: GapExchangeProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    for (const side of props.sides) this.addSide(key, side, props);
  }

  private addSide(key: string, { side, group, ports }: GapSideProps, { networks, projects }: GapExchangeProps): void {
    const scope = new Construct(this, side);
    const owned = new SecurityGroup(scope, group.key, { ...group, owner: projects(group.project) });
    const securityGroups = (name: string) => {
      if (name !== group.key) throw new Error(`gap ${key}: the ${side} side has no security group ${name}`);
      return owned;
    };
    const places = new Construct(scope, 'ports');
    for (const port of ports)
      new Port(places, port.key, { ...port, networks, securityGroups, owner: projects(port.project) });
  }
}
