import { id, ovn, ovs, SmallCloud } from './small-cloud';

const everybody = () => new SmallCloud().open('all', 'ingress any', 'ingress any - ::/0');

describe('networks', () => {
  const two = (first = {}, second = {}) =>
    everybody()
      .network('m', '10.0.1.0/24', first)
      .network('n', '10.0.2.0/24', second)
      .port('a', 'm', '10.0.1.10', ['all'])
      .port('b', 'n', '10.0.2.10', ['all']);
  const crosses = (cloud: SmallCloud, driver = ovs) =>
    cloud.ask(driver).passes('a', '10.0.1.10', 'b', '10.0.2.10', 'tcp/22');
  const vlan = (physical_network: string, segmentation_id: number) => ({
    segments: [{ network_type: 'vlan', physical_network, segmentation_id }],
  });

  it('are apart without a router', () => {
    expect(crosses(two())).toBe(false);
  });

  it('are one wire when they meet on one physnet and segment', () => {
    const onWire = (first: object, second: object) =>
      two(first, second)
        .port('b', 'n', '10.0.1.20', ['all'])
        .ask()
        .passes('a', '10.0.1.10', 'b', '10.0.1.20', 'tcp/22');
    expect(onWire(vlan('extranet', 7), vlan('extranet', 7))).toBe(true);
    expect(onWire(vlan('extranet', 7), vlan('extranet', 8))).toBe(false);
    expect(onWire(vlan('extranet', 7), vlan('internet', 7))).toBe(false);
  });

  it('are joined by a router, also by several, and by extra routes', () => {
    expect(crosses(two().router('r', ['m', 'n']))).toBe(true);
    const chain = two()
      .network('t', '10.0.9.0/24')
      .router('r', ['m'])
      .router('s', ['n'])
      .port('rt', 't', '10.0.9.1')
      .port('st', 't', '10.0.9.2');
    for (const router of ['r', 's'])
      chain.add('networking_router_interface', `${router}-t`, {
        router_id: id('networking_router', router),
        port_id: id('networking_port', `${router}t`),
      });
    expect(crosses(chain)).toBe(false);
    const routed = chain.add('networking_router_route', 'to-n', {
      router_id: id('networking_router', 'r'),
      destination_cidr: '10.0.2.0/24',
      next_hop: '10.0.9.2',
    });
    expect(crosses(routed)).toBe(true);
  });

  it('on one router reach each other both ways, whichever is asked first', () => {
    const ask = two().router('r', ['m', 'n']).ask();
    expect(ask.passes('a', '10.0.1.10', 'b', '10.0.2.10', 'tcp/1')).toBe(true);
    expect(ask.passes('b', '10.0.2.10', 'a', '10.0.1.10', 'tcp/1')).toBe(true);
  });

  it('of which a router joins only one subnet stay apart', () => {
    expect(crosses(two().router('r', ['m']))).toBe(false);
  });

  it('may overlap between tenants, and are still told apart', () => {
    const cloud = everybody()
      .network('m', '10.0.1.0/24')
      .network('n', '10.0.1.0/24')
      .port('a', 'm', '10.0.1.10', ['all'])
      .port('b', 'm', '10.0.1.20', ['all'])
      .port('c', 'n', '10.0.1.20', ['all']);
    expect(cloud.ask().passes('a', '10.0.1.10', 'b', '10.0.1.20', 'tcp/1')).toBe(true);
    expect(cloud.ask().passes('a', '10.0.1.10', 'c', '10.0.1.20', 'tcp/1')).toBe(false);
  });

  it('on one router are kept apart by address scopes, but not on OVN', () => {
    const cloud = two();
    for (const [net, cidr] of [
      ['m', '10.0.1.0/24'],
      ['n', '10.0.2.0/24'],
    ] as const)
      cloud
        .add('networking_addressscope', net)
        .add('networking_subnetpool', net, { address_scope_id: id('networking_addressscope', net) })
        .subnet(net, net, cidr, { subnetpool_id: id('networking_subnetpool', net) });
    cloud.router('r', ['m', 'n']);
    expect([crosses(cloud, ovs), crosses(cloud, ovn)]).toEqual([false, true]);
  });

  it('carry what another project puts on them by RBAC', () => {
    const cloud = everybody()
      .network('m', '10.0.1.0/24', { tenant_id: 'platform' })
      .add('networking_rbac_policy', 's', {
        object_type: 'network',
        object_id: id('networking_network', 'm'),
        action: 'access_as_shared',
        target_tenant: 'p',
      })
      .port('a', 'm', '10.0.1.10', ['all'], { tenant_id: 'platform' })
      .port('b', 'm', '10.0.1.20', ['all'], { tenant_id: 'p' });
    expect(cloud.ask().passes('a', '10.0.1.10', 'b', '10.0.1.20', 'tcp/1')).toBe(true);
    expect(cloud.world().shares).toEqual([expect.objectContaining({ target: 'p' })]);
  });
});

describe('a trunk', () => {
  const cloud = everybody()
    .network('m', '10.0.1.0/24')
    .network('n', '10.0.2.0/24')
    .port('parent', 'm', '10.0.1.10', ['all'])
    .port('sub', 'n', '10.0.2.10', ['all'])
    .port('b', 'n', '10.0.2.20', ['all'])
    .add('networking_trunk', 't', {
      port_id: id('networking_port', 'parent'),
      sub_port: [{ port_id: id('networking_port', 'sub'), segmentation_id: 3, segmentation_type: 'vlan' }],
    });

  it('puts its server on the subport’s network, with the subport’s own address and groups', () => {
    const ask = cloud.ask();
    expect(ask.passes('sub', '10.0.2.10', 'b', '10.0.2.20', 'tcp/1')).toBe(true);
    expect(ask.passes('parent', '10.0.1.10', 'b', '10.0.2.20', 'tcp/1')).toBe(false);
    expect(cloud.world().ports.find((port) => port.id.endsWith('.sub'))?.parent).toBe(
      'openstack_networking_port_v2.parent',
    );
  });
});

describe('an external network', () => {
  const cloud = (router = {}) =>
    everybody()
      .network('ext', '203.0.113.0/24', { external: true })
      .network('m', '10.0.1.0/24')
      .port('a', 'm', '10.0.1.10', ['all'])
      .router('r', ['m'], {
        external_network_id: id('networking_network', 'ext'),
        external_fixed_ip: [{ subnet_id: id('networking_subnet', 'ext'), ip_address: '203.0.113.9' }],
        ...router,
      });
  const floating = (values = {}) =>
    cloud()
      .add('networking_floatingip', 'f', { pool: 'ext', address: '203.0.113.50', ...values })
      .add('networking_floatingip_associate', 'f', {
        floating_ip: '203.0.113.50',
        port_id: id('networking_port', 'a'),
      });

  it('lets strangers in to an address that is routed, and everybody out', () => {
    const ask = cloud({ enable_snat: false }).ask();
    expect(ask.passes('ext', '198.51.100.1', 'a', '10.0.1.10', 'tcp/22')).toBe(true);
    expect(ask.passes('a', '10.0.1.10', 'ext', '198.51.100.1', 'tcp/443')).toBe(true);
  });

  it('holds no stranger that claims an address of the inside', () => {
    expect(cloud().ask().passes('ext', '10.0.1.77', 'a', '10.0.1.10', 'tcp/22')).toBe(false);
  });

  it('reaches a port by its floating IP', () => {
    expect(floating().ask().passes('ext', '198.51.100.1', 'a', '203.0.113.50', 'tcp/22')).toBe(true);
    expect(cloud().ask().passes('ext', '198.51.100.1', 'a', '203.0.113.50', 'tcp/22')).toBe(false);
  });

  it('reaches a forwarded port by the outer port only', () => {
    const forwarded = cloud()
      .add('networking_floatingip', 'f', { pool: 'ext', address: '203.0.113.50' })
      .add('networking_portforwarding', 'p', {
        floatingip_id: id('networking_floatingip', 'f'),
        protocol: 'tcp',
        external_port: 8022,
        internal_port: 22,
        internal_port_id: id('networking_port', 'a'),
        internal_ip_address: '10.0.1.10',
      })
      .group('ssh')
      .rules('ssh', 'ingress tcp 22')
      .port('a', 'm', '10.0.1.10', ['ssh']);
    const tcp = (port: number) => forwarded.ask().passes('ext', '198.51.100.1', 'a', '203.0.113.50', `tcp/${port}`);
    expect([tcp(8022), tcp(22)]).toEqual([true, false]);
  });

  it('sees the router’s address in place of the source where the router translates', () => {
    const outside = (enable_snat: boolean) =>
      cloud({ enable_snat })
        .group('router-only')
        .rules('router-only', 'ingress tcp 443 203.0.113.9/32')
        .port('s', 'ext', '203.0.113.20', ['router-only'])
        .ask()
        .passes('a', '10.0.1.10', 's', '203.0.113.20', 'tcp/443');
    expect([outside(true), outside(false)]).toEqual([true, false]);
  });

  it('has a device behind its gateway address that forwards between the routers on it', () => {
    const hairpin = cloud({ enable_snat: false })
      .network('n', '10.0.2.0/24')
      .port('b', 'n', '10.0.2.10', ['all'])
      .router('s', ['n'], { external_network_id: id('networking_network', 'ext'), enable_snat: false });
    expect(hairpin.ask().passes('a', '10.0.1.10', 'b', '10.0.2.10', 'tcp/1')).toBe(true);
    const elsewhere = hairpin
      .network('ext2', '192.0.2.0/24', { external: true })
      .router('s', ['n'], { external_network_id: id('networking_network', 'ext2'), enable_snat: false });
    expect(elsewhere.ask().passes('a', '10.0.1.10', 'b', '10.0.2.10', 'tcp/1')).toBe(false);
  });
});

describe('a physical gateway', () => {
  const cloud = (first: string, second: string) => {
    const on = (physical_network: string, segmentation_id: number) => ({
      segments: [{ network_type: 'vlan', physical_network, segmentation_id }],
    });
    return everybody()
      .network('ops', '10.9.1.0/24', on(first, 1))
      .network('sec', '10.9.2.0/24', on(second, 2))
      .port('a', 'ops', '10.9.1.10', ['all'])
      .port('b', 'sec', '10.9.2.10', ['all'])
      .ask()
      .passes('a', '10.9.1.10', 'b', '10.9.2.10', 'tcp/1');
  };

  it('routes between networks of its own physnet only', () => {
    expect([cloud('management', 'management'), cloud('management', 'internet')]).toEqual([true, false]);
  });
});

describe('a server with two ports', () => {
  it('forwards nothing from one network to the other', () => {
    const cloud = everybody()
      .network('m', '10.0.1.0/24')
      .network('n', '10.0.2.0/24')
      .port('a', 'm', '10.0.1.10', ['all'])
      .port('gap-m', 'm', '10.0.1.20', ['all'], { device_id: 'gap' })
      .port('gap-n', 'n', '10.0.2.20', ['all'], { device_id: 'gap' })
      .port('b', 'n', '10.0.2.10', ['all']);
    const ask = cloud.ask();
    expect(ask.passes('a', '10.0.1.10', 'gap-m', '10.0.1.20', 'tcp/1')).toBe(true);
    expect(ask.passes('a', '10.0.1.10', 'b', '10.0.2.10', 'tcp/1')).toBe(false);
  });
});
