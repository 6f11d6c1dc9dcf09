import { Construct } from 'constructs';
import {
  NetworkPlane,
  type NetworkRef,
  Project,
  type ProjectRef,
  RelayHost,
  Router,
  SecurityZone,
} from '../constructs/openstack/index';
import type { PlaneDesign } from '../model/design/plane-design';
import { CloudStack, type CloudStackProps } from './cloud-stack';

/** The planes of a site with what the platform itself has in them. */
export class PlanesStack extends CloudStack {
  private readonly projects = new Map<string, ProjectRef>();
  private readonly networks = new Map<string, NetworkRef>();

  constructor(scope: Construct, id: string, props: CloudStackProps) {
    super(scope, id, props);
    const planes = props.index.design.planes.filter((plane) => plane.site === props.stack.site);
    const scopes = new Map(planes.map((plane) => [plane, new Construct(this, plane.key)]));
    for (const [plane, inside] of scopes) this.addPlane(inside, plane);
    // A relay has a leg in another plane, so all networks come first.
    for (const [plane, inside] of scopes) this.addRelays(inside, plane);
  }

  private addPlane(scope: Construct, plane: PlaneDesign): void {
    const { tags, place } = plane;
    const owner = new Project(scope, plane.project.key, { ...plane.project, region: this.region });
    this.projects.set(plane.project.key, owner);
    this.give('project', plane.project.key, owner.projectId);
    const { pools } = new NetworkPlane(scope, plane.key, { pools: plane.pools, owner, tags, place });
    plane.pools.forEach(({ key }, i) => {
      const pool = pools[i];
      if (pool !== undefined) this.give('subnet_pool', key, pool.subnetPoolId);
    });
    const zones = new Construct(scope, 'zones');
    for (const { network, groups, place } of plane.zones) {
      if (network === undefined) continue;
      const zone = new SecurityZone(zones, network.key, { network, groups, pools, owner, place });
      this.networks.set(network.key, zone.network);
      this.giveNetwork(network.key, zone.network, network.subnets);
    }
    if (plane.router !== undefined) this.addRouter(scope, plane.router, owner);
  }

  private addRouter(scope: Construct, router: NonNullable<PlaneDesign['router']>, owner: ProjectRef): void {
    const { routerId } = new Router(new Construct(scope, 'router'), router.key, {
      ...router,
      networks: this.network,
      owner,
    });
    this.give('router', router.key, routerId);
  }

  private addRelays(scope: Construct, plane: PlaneDesign): void {
    const relays = new Construct(scope, 'relays');
    for (const { key, legs, place } of plane.relays)
      new RelayHost(relays, key, { legs, place, networks: this.network, projects: this.project });
  }

  private readonly network = (key: string): NetworkRef => this.networks.get(key) ?? this.takeNetwork(key);

  private readonly project = (key: string): ProjectRef => this.projects.get(key) ?? this.takeProject(key);
}
