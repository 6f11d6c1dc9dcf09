import type { Text } from '../model/text';

/** What a type is called. */
const NAMES: Readonly<Record<string, Text>> = {
  openstack_blockstorage_quotaset_v3: { en: 'volume quota', zh: '云硬盘配额' },
  openstack_blockstorage_volume_v3: { en: 'volume', zh: '云硬盘' },
  openstack_compute_aggregate_v2: { en: 'host aggregate', zh: '主机聚合' },
  openstack_compute_flavor_access_v2: { en: 'access to a flavor', zh: '规格访问权' },
  openstack_compute_flavor_v2: { en: 'flavor', zh: '规格' },
  openstack_compute_quotaset_v2: { en: 'compute quota', zh: '计算配额' },
  openstack_compute_servergroup_v2: { en: 'server group', zh: '主机组' },
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

type Attributes = Readonly<Record<string, unknown>>;

/** A resource in words: `rule F14 … (egress tcp/3128 10.72.19.54/32) of group baseline`. */
export function thingWords(type: string, attributes: Attributes, groupOf: (id: string) => string | undefined): Text {
  const name = NAMES[type] ?? { en: type, zh: type };
  if (type === 'openstack_networking_secgroup_rule_v2') return ruleWords(attributes, groupOf);
  const called = attributes['name'] ?? attributes['address'] ?? attributes['id'] ?? '';
  return { en: `${name.en} ${called}`, zh: `${name.zh} ${called}` };
}

/** The rule with its flow, as its description says it, and what it lets through. */
export function ruleWords(rule: Attributes, groupOf: (id: string) => string | undefined): Text {
  const id = String(rule['security_group_id'] ?? '');
  const group = groupOf(id) ?? id;
  const description = String(rule['description'] ?? '').trim();
  const passes = passWords(rule);
  return {
    en: `rule ${description === '' ? passes : `${description} (${passes})`} of group ${group}`,
    zh: `安全组 ${group} 的规则 ${description === '' ? passes : `${description}（${passes}）`}`,
  };
}

function passWords(rule: Attributes): string {
  const { direction, protocol, port_range_min: min, port_range_max: max } = rule;
  const ports = min ? (min === max ? `/${min}` : `/${min}-${max}`) : '';
  const remote = rule['remote_ip_prefix'] || rule['remote_group_id'] || 'any';
  return `${direction} ${protocol || 'any'}${ports} ${direction === 'egress' ? 'to' : 'from'} ${remote}`;
}
