import type { Text } from './text';

const names: Readonly<Record<string, Text>> = {
  openstack_blockstorage_quotaset_v3: { en: 'volume quota', zh: '云硬盘配额' },
  openstack_blockstorage_volume_v3: { en: 'volume', zh: '云硬盘' },
  openstack_compute_aggregate_v2: { en: 'host aggregate', zh: '主机聚合' },
  openstack_compute_flavor_access_v2: { en: 'access to a flavor', zh: '规格访问权' },
  openstack_compute_flavor_v2: { en: 'flavor', zh: '规格' },
  openstack_compute_quotaset_v2: { en: 'compute quota', zh: '计算配额' },
  openstack_compute_servergroup_v2: { en: 'server group', zh: '主机组' },
  openstack_containerinfra_cluster_v1: { en: 'Kubernetes cluster', zh: 'Kubernetes 集群' },
  openstack_containerinfra_clustertemplate_v1: { en: 'cluster template', zh: '集群模板' },
  openstack_containerinfra_nodegroup_v1: { en: 'node group', zh: '节点组' },
  openstack_dns_recordset_v2: { en: 'DNS record', zh: 'DNS 记录' },
  openstack_dns_zone_v2: { en: 'DNS zone', zh: 'DNS 域' },
  openstack_identity_project_v3: { en: 'project', zh: '项目' },
  openstack_keymanager_container_v1: { en: 'key container', zh: '密钥容器' },
  openstack_lb_listener_v2: { en: 'listener', zh: '监听器' },
  openstack_lb_loadbalancer_v2: { en: 'load balancer', zh: '负载均衡' },
  openstack_lb_member_v2: { en: 'member', zh: '后端成员' },
  openstack_lb_monitor_v2: { en: 'health monitor', zh: '健康检查' },
  openstack_lb_pool_v2: { en: 'pool', zh: '后端池' },
  openstack_lb_quota_v2: { en: 'load balancer quota', zh: '负载均衡配额' },
  openstack_networking_addressscope_v2: { en: 'address scope', zh: '地址范围' },
  openstack_networking_floatingip_v2: { en: 'floating IP', zh: '浮动 IP' },
  openstack_networking_network_v2: { en: 'network', zh: '网络' },
  openstack_networking_port_v2: { en: 'port', zh: '端口' },
  openstack_networking_quota_v2: { en: 'network quota', zh: '网络配额' },
  openstack_networking_router_interface_v2: { en: 'router interface', zh: '路由器接口' },
  openstack_networking_router_v2: { en: 'router', zh: '路由器' },
  openstack_networking_secgroup_rule_v2: { en: 'rule', zh: '规则' },
  openstack_networking_secgroup_v2: { en: 'security group', zh: '安全组' },
  openstack_networking_subnet_v2: { en: 'subnet', zh: '子网' },
  openstack_networking_subnetpool_v2: { en: 'subnet pool', zh: '子网池' },
};

/** What a type of the provider is called in words: `network`, `DNS zone`; the type itself where it has no word here. */
export function resourceName(type: string): Text {
  return names[type] ?? { en: type, zh: type };
}

/** A resource by its address: `network finance/budget/app`. Keys hold no underscore, so that their path can be read back. */
export function addressWords(address: string): Text {
  const [, type = '', name = ''] = /^(?:data\.)?([^.]+)\.(.+)$/.exec(address) ?? [];
  const path = name.replaceAll(/__(?=\d+$)/g, '.').replaceAll('_', '/');
  const { en, zh } = resourceName(type);
  return { en: `${en} ${path}`, zh: `${zh} ${path}` };
}
