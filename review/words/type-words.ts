import type { Text } from '../../model/text';

const words: Readonly<Record<string, Text>> = {
  blockstorage_volume: { en: 'volume', zh: '云硬盘' },
  compute_servergroup: { en: 'server group', zh: '云主机组' },
  compute_aggregate: { en: 'aggregate', zh: '主机聚合' },
  compute_flavor: { en: 'flavor', zh: '规格' },
  compute_flavor_access: { en: 'flavor access', zh: '规格授权' },
  compute_quotaset: { en: 'compute quota', zh: '计算配额' },
  blockstorage_quotaset: { en: 'volume quota', zh: '存储配额' },
  networking_quota: { en: 'network quota', zh: '网络配额' },
  lb_quota: { en: 'load balancer quota', zh: '负载均衡配额' },
  dns_quota: { en: 'DNS quota', zh: 'DNS 配额' },
  identity_project: { en: 'project', zh: '项目' },
  networking_network: { en: 'network', zh: '网络' },
  networking_subnet: { en: 'subnet', zh: '子网' },
  networking_subnetpool: { en: 'subnet pool', zh: '子网池' },
  networking_port: { en: 'port', zh: '端口' },
  networking_router: { en: 'router', zh: '路由器' },
  networking_router_interface: { en: 'router interface', zh: '路由器接口' },
  networking_secgroup: { en: 'security group', zh: '安全组' },
  networking_secgroup_rule: { en: 'rule', zh: '安全组规则' },
  networking_floatingip: { en: 'floating IP', zh: '浮动 IP' },
  networking_rbac_policy: { en: 'RBAC policy', zh: 'RBAC 策略' },
  lb_loadbalancer: { en: 'load balancer', zh: '负载均衡' },
  lb_listener: { en: 'listener', zh: '监听器' },
  lb_pool: { en: 'member pool', zh: '后端池' },
  lb_members: { en: 'member list', zh: '后端列表' },
  lb_monitor: { en: 'health monitor', zh: '健康检查' },
  dns_zone: { en: 'DNS zone', zh: 'DNS 区域' },
  dns_recordset: { en: 'record set', zh: 'DNS 记录' },
  keymanager_container: { en: 'key container', zh: '密钥容器' },
  keymanager_secret: { en: 'secret', zh: '密钥' },
};

/** `openstack_networking_port_v2` → port; a type without words of its own keeps OpenStack's. */
export function typeWords(type: string): Text {
  const bare = type.replace(/^openstack_/, '').replace(/_v\d+$/, '');
  return words[bare] ?? { en: bare.replaceAll('_', ' '), zh: bare };
}

/** `3 ports, 1 volume`, in the order of types. */
export function countedTypes(types: readonly string[]): Text {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const plural = (word: string, count: number) =>
    count === 1
      ? word
      : /(s|x|ch)$/.test(word)
        ? `${word}es`
        : word.endsWith('y')
          ? `${word.slice(0, -1)}ies`
          : `${word}s`;
  return {
    en: sorted.map(([type, count]) => `${count} ${plural(typeWords(type).en, count)}`).join(', '),
    zh: sorted.map(([type, count]) => `${typeWords(type).zh} ${count}`).join('、'),
  };
}
