import { BlockstorageQuotasetV3 } from '@cdktf/provider-openstack/lib/blockstorage-quotaset-v3';
import { ComputeQuotasetV2 } from '@cdktf/provider-openstack/lib/compute-quotaset-v2';
import { IdentityProjectV3 } from '@cdktf/provider-openstack/lib/identity-project-v3';
import { LbQuotaV2 } from '@cdktf/provider-openstack/lib/lb-quota-v2';
import { NetworkingQuotaV2 } from '@cdktf/provider-openstack/lib/networking-quota-v2';
import { OpenstackProvider } from '@cdktf/provider-openstack/lib/provider';
import { Construct } from 'constructs';
import type { QuotaDesign } from '../../model/design/project-design';
import { addressed, idOf } from './address';
import { given } from './given';
import { markPlace } from './place';
import type { ProjectQuotas, ProjectRef } from './project-ref';

export interface ProjectProps {
  /** At most 64 characters (Keystone). */
  readonly name: string;
  readonly description?: string;
  /**
   * Limits in pieces, MiB of memory and GiB of volumes; -1 for none.
   *
   * @default - what is not given stays as the cloud has it
   */
  readonly quota?: Partial<QuotaDesign>;
  readonly tags?: readonly string[];
  /**
   * Region of the provider that works inside the project.
   *
   * @default - the region of the credentials
   */
  readonly region?: string;
  readonly place?: string;
}

/**
 * A project with its quotas. The quotas come first and whatever counts against one depends on it: the defaults of
 * Neutron (10 groups, 100 rules) bite in the middle of an apply.
 */
export class Project extends Construct implements ProjectRef {
  readonly projectId: string;
  readonly quotas: ProjectQuotas;
  private scoped: OpenstackProvider | undefined;

  constructor(
    scope: Construct,
    private readonly key: string,
    private readonly props: ProjectProps,
  ) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const project = new IdentityProjectV3(this, 'project', {
      name: props.name,
      ...given({ description: props.description, tags: props.tags && [...props.tags] }),
    });
    this.projectId = addressed(project, key).id;
    this.quotas = this.setQuotas(props.quota ?? {});
  }

  /**
   * The same credentials with a token of this project. The id decides, and `OS_CLOUD` is left aside: with a cloud of
   * clouds.yaml the provider overlooks the project that it is told, and would work in that of the cloud.
   */
  get provider(): OpenstackProvider {
    this.scoped ??= new OpenstackProvider(this, 'provider', {
      alias: idOf(this.key),
      cloud: '',
      tenantId: this.projectId,
      ...given({ region: this.props.region }),
    });
    return this.scoped;
  }

  private setQuotas(quota: Partial<QuotaDesign>): ProjectQuotas {
    const { key, projectId } = this;
    const compute = new ComputeQuotasetV2(this, 'compute', {
      projectId,
      ...given({
        instances: quota.instances,
        cores: quota.cores,
        ram: quota.ramMiB,
        serverGroups: quota.serverGroups,
        serverGroupMembers: quota.serverGroupMembers,
      }),
    });
    const blockStorage = new BlockstorageQuotasetV3(this, 'block-storage', {
      projectId,
      ...given({ volumes: quota.volumes, snapshots: quota.snapshots, gigabytes: quota.gigabytes }),
    });
    const network = new NetworkingQuotaV2(this, 'network', {
      projectId,
      ...given({
        network: quota.networks,
        subnet: quota.subnets,
        router: quota.routers,
        port: quota.ports,
        floatingip: quota.floatingIps,
        securityGroup: quota.securityGroups,
        securityGroupRule: quota.securityGroupRules,
      }),
    });
    const loadBalancer = new LbQuotaV2(this, 'load-balancer', {
      projectId,
      ...given({
        loadbalancer: quota.loadBalancers,
        listener: quota.listeners,
        pool: quota.pools,
        member: quota.members,
      }),
    });
    return {
      compute: addressed(compute, key),
      blockStorage: addressed(blockStorage, key),
      network: addressed(network, key),
      loadBalancer: addressed(loadBalancer, key),
    };
  }
}
