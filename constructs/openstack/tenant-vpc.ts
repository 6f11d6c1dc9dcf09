import { ComputeFlavorAccessV2 } from '@cdktf/provider-openstack/lib/compute-flavor-access-v2';
import { KeymanagerContainerV1 } from '@cdktf/provider-openstack/lib/keymanager-container-v1';
import { Construct } from 'constructs';
import { addressed, idOf } from './address';
import { given } from './given';
import { Network, type NetworkProps } from './network';
import type { NetworkLookup, NetworkRef, SubnetPoolRef } from './network-ref';
import type { Part } from './part';
import { markPlace } from './place';
import { Project, type ProjectProps } from './project';
import { asProject, type ProjectLookup, type ProjectRef } from './project-ref';
import { PublicEntry, type PublicEntryProps } from './public-entry';
import { Router, type RouterProps } from './router';
import { type KeyedGroup, SecurityGroupSet } from './security-group-set';
import { ServerTier, type ServerTierProps } from './server-tier';

export interface TenantVpcProps {
  readonly project: ProjectProps & { readonly key: string };
  readonly router: Part<RouterProps>;
  readonly networks: readonly Part<NetworkProps>[];
  readonly groups: readonly KeyedGroup[];
  readonly tiers?: readonly Part<ServerTierProps>[];
  readonly entries?: readonly VpcEntryProps[];
  /** Keys of the private flavors that the project may use. */
  readonly flavors?: readonly string[];
  /**
   * Name of the container in which the department keeps its keys.
   *
   * @default - none
   */
  readonly keyContainer?: string;
  readonly outside: VpcSurroundings;
}

/** An entry with the key of its project: that of the department where none is given, or one of the platform. */
export type VpcEntryProps = Omit<Part<PublicEntryProps>, 'floatingIpPool' | 'dnsZoneId' | 'after'> & {
  readonly project?: string;
};

/** What the plane and the cloud have around a VPC. */
export interface VpcSurroundings {
  /** Networks of the platform: the edge, and the DMZ for entries that stand there. */
  readonly networks: NetworkLookup;
  /** Name of such a network; needed for entries. */
  readonly networkName?: (key: string) => string;
  /** Projects of the platform; needed for entries that belong to it. */
  readonly projects?: ProjectLookup;
  readonly flavorId?: (key: string) => string;
  readonly dnsZoneId?: () => string;
  readonly pools?: readonly SubnetPoolRef[];
  readonly region?: string;
}

/** A department in one plane: a project with everything in it, and nothing of it in another plane. */
export class TenantVpc extends Construct {
  readonly project: Project;
  readonly router: Router;
  private readonly networks: ReadonlyMap<string, Network>;
  private readonly groups: SecurityGroupSet;

  constructor(
    scope: Construct,
    private readonly key: string,
    private readonly props: TenantVpcProps,
  ) {
    super(scope, idOf(key));
    markPlace(this, props.project.place);
    this.project = this.addProject();
    this.networks = this.addNetworks();
    this.groups = new SecurityGroupSet(this, 'groups', { groups: props.groups, owner: this.project });
    this.router = this.addRouter();
    this.addTiers();
    this.addEntries();
    this.addFlavorAccess();
    this.addKeyContainer();
  }

  /** A network of the department, or one around it. */
  readonly network = (key: string): NetworkRef => this.networks.get(key) ?? this.props.outside.networks(key);

  private addProject(): Project {
    const { project, outside } = this.props;
    return new Project(this, project.key, { ...project, ...given({ region: outside.region }) });
  }

  private addNetworks(): ReadonlyMap<string, Network> {
    const scope = new Construct(this, 'networks');
    const common = { owner: this.project, ...given({ pools: this.props.outside.pools }) };
    return new Map(this.props.networks.map((one) => [one.key, new Network(scope, one.key, { ...one, ...common })]));
  }

  private addRouter(): Router {
    const { router } = this.props;
    return new Router(new Construct(this, 'router'), router.key, {
      ...router,
      networks: this.network,
      owner: this.project,
    });
  }

  private addTiers(): void {
    const scope = new Construct(this, 'tiers');
    const common = { networks: this.network, securityGroups: this.groups.find, owner: this.project };
    for (const tier of this.props.tiers ?? []) new ServerTier(scope, tier.key, { ...tier, ...common });
  }

  private addEntries(): void {
    const scope = new Construct(this, 'entries');
    for (const entry of this.props.entries ?? [])
      new PublicEntry(scope, entry.key, {
        ...entry,
        networks: this.network,
        floatingIpPool: this.needed('networkName', entry.key)(entry.floatingIp.network),
        dnsZoneId: this.needed('dnsZoneId', entry.key)(),
        owner: this.ownerOf(entry),
        after: this.router.interfacesTo(entry.network),
      });
  }

  private ownerOf(entry: VpcEntryProps): ProjectRef {
    return entry.project === undefined || entry.project === this.props.project.key
      ? this.project
      : this.needed('projects', entry.key)(entry.project);
  }

  private addFlavorAccess(): void {
    const scope = new Construct(this, 'flavors');
    for (const flavor of this.props.flavors ?? []) {
      const access = new ComputeFlavorAccessV2(scope, idOf(flavor), {
        flavorId: this.needed('flavorId', flavor)(flavor),
        tenantId: this.project.projectId,
      });
      addressed(access, `${this.key}/${flavor}`);
    }
  }

  private addKeyContainer(): void {
    const { keyContainer } = this.props;
    if (keyContainer === undefined) return;
    const container = new KeymanagerContainerV1(this, 'keys', {
      name: keyContainer,
      type: 'generic',
      ...asProject(this.project),
    });
    addressed(container, this.key);
  }

  private needed<K extends keyof VpcSurroundings>(what: K, forWhom: string): NonNullable<VpcSurroundings[K]> {
    const found = this.props.outside[what];
    if (found === undefined) throw new Error(`${this.key} needs outside.${what} for ${forWhom}`);
    return found;
  }
}
