import type { SandboxClient } from '../../support/sandbox';

/** Host numbers of the ports in the networks 10.16.16.0/24 (app) and 10.16.32.0/24 (db). */
const PORTS = [
  { name: 'app-1', tenant: 'app', host: 11 },
  { name: 'app-2', tenant: 'app', host: 12 },
  { name: 'db-1', tenant: 'db', host: 11 },
] as const;

/**
 * Two departments on one plane: each has a VLAN network and a router whose gateway is on the plane's edge network,
 * without translation. What the groups allow: app speaks to everybody and takes tcp/443 from its own group; db takes
 * tcp/5432 from app's block and speaks to nobody.
 */
export async function buildPacketWorld(client: SandboxClient): Promise<void> {
  const edge = await client.make('network', {
    name: 'edge',
    'router:external': true,
    'provider:network_type': 'vlan',
    'provider:physical_network': 'physnet-extranet',
    'provider:segmentation_id': 1000,
  });
  const edgeSubnet = await client.make('subnet', {
    network_id: edge,
    ip_version: 4,
    cidr: '10.16.0.0/24',
    gateway_ip: '10.16.0.1',
    enable_dhcp: false,
  });
  const app = await tenant(client, 'app', 16, { edge, edgeSubnet });
  const db = await tenant(client, 'db', 32, { edge, edgeSubnet });
  const anywhere = { direction: 'egress', security_group_id: app.group };
  await client.make('security_group_rule', { ...anywhere, ethertype: 'IPv4' });
  await client.make('security_group_rule', { ...anywhere, ethertype: 'IPv6' });
  for (const ethertype of ['IPv4', 'IPv6'])
    await client.make('security_group_rule', {
      ...tcp(443),
      security_group_id: app.group,
      ethertype,
      remote_group_id: app.group,
    });
  await client.make('security_group_rule', {
    ...tcp(5432),
    security_group_id: db.group,
    ethertype: 'IPv4',
    remote_ip_prefix: '10.16.16.0/24',
  });
  for (const { name, tenant: owner, host } of PORTS) {
    const { network, v4, v6, group, block } = owner === 'app' ? app : db;
    await client.make('port', {
      name,
      network_id: network,
      security_groups: [group],
      fixed_ips: [
        { subnet_id: v4, ip_address: `10.16.${block}.${host}` },
        { subnet_id: v6, ip_address: `2001:db8:${block}::${host}` },
      ],
    });
  }
}

const tcp = (port: number) => ({ direction: 'ingress', protocol: 'tcp', port_range_min: port, port_range_max: port });

interface Tenant {
  readonly block: number;
  readonly network: string;
  readonly v4: string;
  readonly v6: string;
  readonly group: string;
}

async function tenant(
  client: SandboxClient,
  name: string,
  block: number,
  plane: { readonly edge: string; readonly edgeSubnet: string },
): Promise<Tenant> {
  const network = await client.make('network', {
    name,
    'provider:network_type': 'vlan',
    'provider:physical_network': 'physnet-extranet',
    'provider:segmentation_id': 1000 + block,
  });
  const v4 = await client.make('subnet', { network_id: network, ip_version: 4, cidr: `10.16.${block}.0/24` });
  const v6 = await client.make('subnet', {
    network_id: network,
    ip_version: 6,
    cidr: `2001:db8:${block}::/64`,
    ipv6_address_mode: 'dhcpv6-stateful',
    ipv6_ra_mode: 'dhcpv6-stateful',
  });
  const router = await client.make('router', {
    name,
    external_gateway_info: {
      network_id: plane.edge,
      enable_snat: false,
      external_fixed_ips: [{ subnet_id: plane.edgeSubnet, ip_address: `10.16.0.${block}` }],
    },
  });
  for (const subnet of [v4, v6])
    await client.call('neutron', 'PUT', `/v2.0/routers/${router}/add_router_interface`, { subnet_id: subnet });
  const group = await client.make('security_group', { name });
  const [, rules] = await client.call('neutron', 'GET', `/v2.0/security-group-rules?security_group_id=${group}`);
  for (const { id } of rules.security_group_rules)
    await client.call('neutron', 'DELETE', `/v2.0/security-group-rules/${id}`);
  return { block, network, v4, v6, group };
}
