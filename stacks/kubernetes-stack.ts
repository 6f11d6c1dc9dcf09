import { OpenstackProvider } from '@cdktf/provider-openstack/lib/provider';
import { Construct } from 'constructs';
import { idOf } from '../constructs/openstack/address';
import { KubernetesCluster, type ProjectRef } from '../constructs/openstack/index';
import type { ClusterDesign } from '../model/design/cluster-design';
import { CloudStack, type CloudStackProps } from './cloud-stack';

/** The Kubernetes clusters that Magnum makes at a site. */
export class KubernetesStack extends CloudStack {
  constructor(scope: Construct, id: string, props: CloudStackProps) {
    super(scope, id, props);
    const clusters = new Construct(this, 'clusters');
    const { design } = props.index;
    for (const cluster of design.clusters ?? [])
      if (props.index.plane(cluster.key).site === props.stack.site) this.addCluster(clusters, cluster);
  }

  private addCluster(scope: Construct, { key, magnum, nodePools, place }: ClusterDesign): void {
    if (magnum === undefined) return;
    const { external, project, ...made } = magnum;
    new KubernetesCluster(scope, key, {
      ...made,
      nodePools,
      flavorId: (flavor) => this.take('flavor', flavor),
      externalNetworkId: this.takeNetwork(external).networkId,
      owner: this.ownerOf(project),
      place,
    });
  }

  /** The project is of another stack; Magnum wants a token of it. */
  private ownerOf(project: string): ProjectRef {
    const projectId = this.take('project', project);
    const provider = new OpenstackProvider(this, `in-${project}`, {
      alias: idOf(project),
      cloud: '',
      tenantId: projectId,
      region: this.region,
    });
    return { projectId, provider };
  }
}
