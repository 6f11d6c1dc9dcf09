import { ContainerinfraClusterV1 } from '@cdktf/provider-openstack/lib/containerinfra-cluster-v1';
import { ContainerinfraClustertemplateV1 } from '@cdktf/provider-openstack/lib/containerinfra-clustertemplate-v1';
import { ContainerinfraNodegroupV1 } from '@cdktf/provider-openstack/lib/containerinfra-nodegroup-v1';
import { Construct } from 'constructs';
import { addressed, idOf } from './address';
import { given } from './given';
import { markPlace } from './place';
import { asProject, type ProjectRef } from './project-ref';

export interface KubernetesClusterProps {
  readonly name: string;
  /** Image of nodes, by name. */
  readonly image: string;
  /** Servers of the control plane: 1, 3, 5 or 7. With more than one they stand behind a load balancer. */
  readonly masters: number;
  /** Ids of flavors by key. */
  readonly flavorId: (key: string) => string;
  readonly masterFlavor: string;
  /** Nodes by pool; the first is the group that Magnum makes with the cluster. */
  readonly nodePools: readonly NodePoolProps[];
  /** Network and subnet of the nodes, by name: of this cluster alone. */
  readonly network: string;
  readonly subnet: string;
  /** Network of the plane's edge, from which the router of the nodes' network goes on. */
  readonly externalNetworkId: string;
  /** @default - nobody logs into a node */
  readonly keypair?: string;
  /** Project of the platform in the plane. Magnum takes no project: it is made with a token of it. */
  readonly owner?: ProjectRef;
  readonly place?: string;
}

export interface NodePoolProps {
  readonly key: string;
  readonly nodes: number;
  readonly most: number;
  readonly flavor: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Of every cluster: its API has no address outside of its plane, and its network filters between pods. */
const CLOSED = { floatingIpEnabled: false, tlsDisabled: false, public: false, networkDriver: 'calico' } as const;

/** A Kubernetes cluster that Magnum makes in one plane, with a group of nodes for each pool. */
export class KubernetesCluster extends Construct {
  readonly clusterId: string;

  constructor(
    scope: Construct,
    private readonly key: string,
    private readonly props: KubernetesClusterProps,
  ) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const [first, ...more] = props.nodePools;
    if (first === undefined) throw new Error(`cluster ${key} has no node pool`);
    const template = this.addTemplate(first);
    const cluster = new ContainerinfraClusterV1(this, 'cluster', {
      name: props.name,
      clusterTemplateId: template.id,
      masterCount: props.masters,
      nodeCount: first.nodes,
      floatingIpEnabled: false,
      ...asProject(props.owner),
    });
    this.clusterId = addressed(cluster, key).id;
    for (const pool of more) this.addNodes(pool);
  }

  private addTemplate(first: NodePoolProps): ContainerinfraClustertemplateV1 {
    const { name, image, masters, masterFlavor, flavorId, network, subnet, externalNetworkId, keypair, owner } =
      this.props;
    const template = new ContainerinfraClustertemplateV1(this, 'template', {
      ...CLOSED,
      name,
      coe: 'kubernetes',
      serverType: 'vm',
      image,
      flavor: flavorId(first.flavor),
      masterFlavor: flavorId(masterFlavor),
      masterLbEnabled: masters > 1,
      externalNetworkId,
      fixedNetwork: network,
      fixedSubnet: subnet,
      volumeDriver: 'cinder',
      labels: { master_lb_floating_ip_enabled: 'false', ...growth(first) },
      ...given({ keypairId: keypair }),
      ...asProject(owner),
    });
    return addressed(template, this.key);
  }

  private addNodes(pool: NodePoolProps): void {
    const group = new ContainerinfraNodegroupV1(this, idOf(pool.key), {
      name: pool.key,
      clusterId: this.clusterId,
      nodeCount: pool.nodes,
      minNodeCount: pool.nodes,
      maxNodeCount: pool.most,
      flavorId: this.props.flavorId(pool.flavor),
      role: pool.key,
      ...asProject(this.props.owner),
    });
    addressed(group, `${this.key}/${pool.key}`);
  }
}

/** Labels by which Magnum's autoscaler is told how far the first group may grow. */
function growth({ nodes, most }: NodePoolProps): Record<string, string> {
  if (most <= nodes) return {};
  return { auto_scaling_enabled: 'true', min_node_count: `${nodes}`, max_node_count: `${most}` };
}
