import { KubernetesCluster } from '../../../../constructs/openstack/kubernetes-cluster';
import { resourcesOf, testStack } from '../../../support/resources-of';

const pool = (key: string, nodes: number, most: number) => ({ key, nodes, most, flavor: `x86/${key}`, labels: {} });
const props = {
  name: '130000-cluster-extranet',
  image: 'fedora-coreos',
  masters: 3,
  masterFlavor: 'x86/c4m8',
  flavorId: (key: string) => `id of ${key}`,
  nodePools: [pool('business', 3, 6), pool('basic', 2, 2)],
  network: 'k8s-extranet',
  subnet: 'k8s-extranet-v4',
  externalNetworkId: 'id of extranet/edge',
};

test('a cluster without nodes is none', () =>
  expect(() => new KubernetesCluster(testStack(), 'extranet', { ...props, nodePools: [] })).toThrow(
    'cluster extranet has no node pool',
  ));

test('a cluster has no public address, several masters behind a load balancer, and a group of nodes for each pool', () =>
  expect(resourcesOf((stack) => new KubernetesCluster(stack, 'extranet', props))).toEqual({
    'containerinfra_clustertemplate_v1.extranet': {
      name: '130000-cluster-extranet',
      coe: 'kubernetes',
      server_type: 'vm',
      image: 'fedora-coreos',
      flavor: 'id of x86/business',
      master_flavor: 'id of x86/c4m8',
      master_lb_enabled: true,
      external_network_id: 'id of extranet/edge',
      fixed_network: 'k8s-extranet',
      fixed_subnet: 'k8s-extranet-v4',
      floating_ip_enabled: false,
      tls_disabled: false,
      public: false,
      network_driver: 'calico',
      volume_driver: 'cinder',
      labels: {
        master_lb_floating_ip_enabled: 'false',
        auto_scaling_enabled: 'true',
        min_node_count: '3',
        max_node_count: '6',
      },
    },
    'containerinfra_cluster_v1.extranet': {
      name: '130000-cluster-extranet',
      cluster_template_id: `\${openstack_containerinfra_clustertemplate_v1.extranet.id}`,
      master_count: 3,
      node_count: 3,
      floating_ip_enabled: false,
    },
    'containerinfra_nodegroup_v1.extranet_basic': {
      name: 'basic',
      cluster_id: `\${openstack_containerinfra_cluster_v1.extranet.id}`,
      node_count: 2,
      min_node_count: 2,
      max_node_count: 2,
      flavor_id: 'id of x86/basic',
      role: 'basic',
    },
  }));
