import { id, SmallCloud } from './small-cloud';

const cloud = (listener = {}, members = {}) =>
  new SmallCloud()
    .network('dmz', '10.0.1.0/24')
    .network('app', '10.0.2.0/24')
    .router('r', ['dmz', 'app'])
    .open('all', 'ingress any')
    .port('client', 'dmz', '10.0.1.10', ['all'])
    .group('from-dmz')
    .rules('from-dmz', 'ingress tcp 8080 10.0.1.0/24')
    .port('web', 'app', '10.0.2.10', ['from-dmz'])
    .add('lb_loadbalancer', 'lb', { vip_subnet_id: id('networking_subnet', 'dmz'), vip_address: '10.0.1.100' })
    .add('lb_listener', 'https', {
      loadbalancer_id: id('lb_loadbalancer', 'lb'),
      protocol: 'TERMINATED_HTTPS',
      protocol_port: 443,
      ...listener,
    })
    .add('lb_pool', 'pool', { listener_id: id('lb_listener', 'https'), protocol: 'HTTP', lb_method: 'ROUND_ROBIN' })
    .add('lb_members', 'members', {
      pool_id: id('lb_pool', 'pool'),
      member: [{ address: '10.0.2.10', protocol_port: 8080, ...members }],
    });

describe('a load balancer', () => {
  it('takes what its listeners listen for', () => {
    const ask = cloud().ask();
    expect(ask.passes('client', '10.0.1.10', 'lb', '10.0.1.100', 'tcp/443')).toBe(true);
    expect(ask.passes('client', '10.0.1.10', 'lb', '10.0.1.100', 'tcp/80')).toBe(false);
  });

  it('admits only the blocks that a listener names', () => {
    const ask = cloud({ allowed_cidrs: ['10.0.7.0/24'] }).ask();
    expect(ask.passes('client', '10.0.1.10', 'lb', '10.0.1.100', 'tcp/443')).toBe(false);
  });

  it('speaks to its members from the subnet of its address, over the router', () => {
    const ask = cloud().ask();
    const station = 'station openstack_lb_loadbalancer_v2.lb openstack_networking_subnet_v2.dmz';
    const source = '@openstack_lb_loadbalancer_v2.lb~openstack_networking_subnet_v2.dmz';
    expect(ask.passes(station, source, 'web', '10.0.2.10', 'tcp/8080')).toBe(true);
    expect(ask.passes(station, source, 'web', '10.0.2.10', 'tcp/22')).toBe(false);
  });

  it('speaks to no member whose group does not admit its subnet', () => {
    const ask = cloud().group('from-dmz').port('web', 'app', '10.0.2.10', ['none']).group('none').ask();
    const station = 'station openstack_lb_loadbalancer_v2.lb openstack_networking_subnet_v2.dmz';
    const source = '@openstack_lb_loadbalancer_v2.lb~openstack_networking_subnet_v2.dmz';
    expect(ask.passes(station, source, 'web', '10.0.2.10', 'tcp/8080')).toBe(false);
  });

  it('listens on UDP where it says so', () => {
    const ask = cloud({ protocol: 'UDP', protocol_port: 53 }).ask();
    expect(ask.passes('client', '10.0.1.10', 'lb', '10.0.1.100', 'udp/53')).toBe(true);
    expect(ask.passes('client', '10.0.1.10', 'lb', '10.0.1.100', 'tcp/53')).toBe(false);
  });
});

describe('a firewall group on a router port', () => {
  const walled = (action: string, values = {}) =>
    new SmallCloud()
      .open('all', 'ingress any')
      .network('m', '10.0.1.0/24')
      .network('n', '10.0.2.0/24')
      .port('a', 'm', '10.0.1.10', ['all'])
      .port('b', 'n', '10.0.2.10', ['all'])
      .port('leg', 'n', '10.0.2.1')
      .router('r', ['m'])
      .add('networking_router_interface', 'leg', {
        router_id: id('networking_router', 'r'),
        port_id: id('networking_port', 'leg'),
      })
      .add('fw_rule', 'one', { action, protocol: 'tcp', destination_port: '22', ip_version: 4 })
      .add('fw_rule', 'rest', { action: 'allow', protocol: 'any', ip_version: 4 })
      .add('fw_policy', 'p', { rules: [id('fw_rule', 'one'), id('fw_rule', 'rest')], ...values })
      .add('fw_group', 'g', {
        ingress_firewall_policy_id: id('fw_policy', 'p'),
        ports: [id('networking_port', 'leg')],
      });
  const tcp = (cloud: SmallCloud, port: number) =>
    cloud.ask().passes('a', '10.0.1.10', 'b', '10.0.2.10', `tcp/${port}`);

  it('lets the first rule that matches decide', () => {
    expect([tcp(walled('deny'), 22), tcp(walled('deny'), 80)]).toEqual([false, true]);
    expect([tcp(walled('allow'), 22), tcp(walled('allow'), 80)]).toEqual([true, true]);
  });

  it('denies what no rule matches', () => {
    const cloud = walled('allow', { rules: [id('fw_rule', 'one')] });
    expect([tcp(cloud, 22), tcp(cloud, 80)]).toEqual([true, false]);
  });
});
