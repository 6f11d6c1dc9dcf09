import { anyDriver, id, ovn, ovs, SmallCloud } from './small-cloud';

/** Two ports on one network: `a` may send everything, `b` takes what its groups say. */
const pair = (...rules: string[]) =>
  new SmallCloud()
    .network('n', '10.0.0.0/24', {}, 'fd00::/64')
    .open('all')
    .group('g')
    .port('a', 'n', ['10.0.0.10', 'fd00::10'], ['all'])
    .port('b', 'n', ['10.0.0.20', 'fd00::20'], ['g'])
    .rules('g', ...rules);

const toB = (cloud: SmallCloud, service: string, driver = ovs) =>
  cloud.ask(driver).passes('a', '10.0.0.10', 'b', '10.0.0.20', service);
const toB6 = (cloud: SmallCloud, service: string) => cloud.ask().passes('a', 'fd00::10', 'b', 'fd00::20', service);

describe('what a security group lets through', () => {
  it('is nothing without a rule', () => {
    expect(toB(pair(), 'tcp/443')).toBe(false);
  });

  it('is the union of its rules, whatever their order', () => {
    const cloud = pair('ingress tcp 80', 'ingress tcp 443');
    expect([80, 443, 81].map((port) => toB(cloud, `tcp/${port}`))).toEqual([true, true, false]);
  });

  it('is the union over the groups of a port', () => {
    const cloud = pair('ingress tcp 80')
      .group('h')
      .rule('h', 'ingress tcp 443')
      .port('b', 'n', '10.0.0.20', ['g', 'h']);
    expect([80, 443, 81].map((port) => toB(cloud, `tcp/${port}`))).toEqual([true, true, false]);
  });

  it('needs the sender’s leave as well as the receiver’s', () => {
    const cloud = pair('ingress tcp 1-65535')
      .group('narrow')
      .rule('narrow', 'egress tcp 443 10.0.0.20/32')
      .port('a', 'n', '10.0.0.10', ['narrow']);
    expect([toB(cloud, 'tcp/443'), toB(cloud, 'tcp/80')]).toEqual([true, false]);
  });

  it('takes a missing port range for all ports and a missing protocol for any', () => {
    expect(['tcp/1', 'tcp/65535', 'udp/1'].map((one) => toB(pair('ingress tcp'), one))).toEqual([true, true, false]);
    expect(['tcp/1', 'udp/53', 'gre', 'icmp/8'].map((one) => toB(pair('ingress any'), one))).toEqual(
      Array(4).fill(true),
    );
  });

  it('reads port fields as type and code for ICMP', () => {
    const cloud = pair('ingress icmp 8-0');
    expect([toB(cloud, 'icmp/8'), toB(cloud, 'icmp/3')]).toEqual([true, false]);
  });

  it('knows protocols by name and number, SCTP among them', () => {
    expect(toB(pair('ingress 132 5000'), 'sctp/5000')).toBe(true);
    expect(toB(pair('ingress sctp 5000'), 'sctp/5001')).toBe(false);
    expect(toB(pair('ingress 6 22'), 'tcp/22')).toBe(true);
  });

  it('keeps the families apart', () => {
    expect([toB(pair('ingress tcp 443 ::/0'), 'tcp/443'), toB6(pair('ingress tcp 443 ::/0'), 'tcp/443')]).toEqual([
      false,
      true,
    ]);
    expect(toB6(pair('ingress tcp 443 0.0.0.0/0'), 'tcp/443')).toBe(false);
  });

  it('reads icmp under IPv6 as ICMPv6', () => {
    expect(toB6(pair('ingress ipv6-icmp 128 ::/0'), 'icmpv6/128')).toBe(true);
    expect(toB6(pair('ingress icmp - ::/0'), 'icmpv6/128')).toBe(true);
    expect(toB6(pair('ingress ipv6-icmp 128 ::/0'), 'icmpv6/129')).toBe(false);
  });

  it('takes port 0 for “not given”, as the provider sends it, and 65535 for itself', () => {
    expect(toB(pair('ingress tcp 0-0'), 'tcp/9')).toBe(true);
    expect([toB(pair('ingress tcp 65535'), 'tcp/65535'), toB(pair('ingress tcp 65535'), 'tcp/65534')]).toEqual([
      true,
      false,
    ]);
  });

  it('lets nothing through by a range that is upside down', () => {
    expect(toB(pair('ingress tcp 90-80'), 'tcp/85')).toBe(false);
  });

  it('treats 0.0.0.0/1 and 128.0.0.0/1 together as everybody', () => {
    const halves = pair('ingress tcp 22 0.0.0.0/1', 'ingress tcp 22 128.0.0.0/1').ask();
    const whole = pair('ingress tcp 22 0.0.0.0/0').ask();
    const all = (question: typeof halves) =>
      question.reach.line.text(question.class('b').ingress.edges[0]?.keys ?? question.reach.algebra.lines.empty);
    expect(all(halves)).toEqual(all(whole));
  });

  it('keeps Neutron’s own egress rules unless they are deleted', () => {
    const cloud = pair('ingress tcp 443')
      .group('own', { delete_default_rules: false })
      .port('a', 'n', '10.0.0.10', ['own']);
    const bare = pair('ingress tcp 443').group('bare').port('a', 'n', '10.0.0.10', ['bare']);
    expect(toB(cloud, 'tcp/443')).toBe(true);
    expect(toB(bare, 'tcp/443')).toBe(false);
  });

  it('gives a port without groups the default group of its project', () => {
    const cloud = new SmallCloud()
      .network('n', '10.0.0.0/24')
      .port('a', 'n', '10.0.0.10', [], { tenant_id: 'p' })
      .port('b', 'n', '10.0.0.20', [], { tenant_id: 'p' })
      .port('c', 'n', '10.0.0.30', [], { tenant_id: 'q' });
    for (const port of ['a', 'b', 'c']) {
      const values = { network_id: id('networking_network', 'n'), tenant_id: port === 'c' ? 'q' : 'p' };
      cloud.add('networking_port', port, {
        ...values,
        fixed_ip: [{ ip_address: `10.0.0.${port === 'a' ? 10 : port === 'b' ? 20 : 30}` }],
      });
    }
    const ask = cloud.ask();
    expect(ask.passes('a', '10.0.0.10', 'b', '10.0.0.20', 'tcp/5432')).toBe(true);
    expect(ask.passes('c', '10.0.0.30', 'b', '10.0.0.20', 'tcp/5432')).toBe(false);
  });
});

describe('a rule about a group', () => {
  const members = (...values: Parameters<SmallCloud['port']>[4][]) =>
    pair('ingress tcp 443 @friends')
      .group('friends')
      .rule('friends', 'egress any')
      .port('a', 'n', '10.0.0.10', ['friends'], values[0] ?? {});

  it('means the addresses of its members', () => {
    expect(toB(members(), 'tcp/443')).toBe(true);
    expect(toB(pair('ingress tcp 443 @friends').group('friends'), 'tcp/443')).toBe(false);
  });

  it('includes their allowed address pairs where the driver does', () => {
    const cloud = members({ allowed_address_pairs: [{ ip_address: '10.0.0.99' }] });
    const from99 = (driver: typeof ovs) => cloud.ask(driver).passes('a', '10.0.0.99', 'b', '10.0.0.20', 'tcp/443');
    expect([from99(ovs), from99(ovn)]).toEqual([true, false]);
    expect(from99(anyDriver)).toBe(true);
  });

  it('may name its own group, or each other in a circle', () => {
    const circle = new SmallCloud()
      .network('n', '10.0.0.0/24')
      .group('g')
      .group('h')
      .rule('g', 'ingress tcp 1 @h')
      .rule('h', 'ingress tcp 1 @g')
      .rule('g', 'egress any')
      .rule('g', 'ingress udp 2 @g')
      .rule('h', 'egress any')
      .port('a', 'n', '10.0.0.10', ['g'])
      .port('b', 'n', '10.0.0.20', ['h'])
      .port('c', 'n', '10.0.0.30', ['g']);
    const ask = circle.ask();
    expect(ask.passes('a', '10.0.0.10', 'b', '10.0.0.20', 'tcp/1')).toBe(true);
    expect(ask.passes('b', '10.0.0.20', 'a', '10.0.0.10', 'tcp/1')).toBe(true);
    expect(ask.passes('a', '10.0.0.10', 'c', '10.0.0.30', 'udp/2')).toBe(true);
    expect(ask.passes('b', '10.0.0.20', 'c', '10.0.0.30', 'udp/2')).toBe(false);
  });
});

describe('a rule about an address group', () => {
  const cloud = pair()
    .add('networking_address_group', 'ag', { addresses: ['10.0.0.10/32'] })
    .rule('g', 'ingress tcp 443', { remote_address_group_id: id('networking_address_group', 'ag') })
    .port('c', 'n', '10.0.0.30', ['all']);
  const fromC = (driver: typeof ovs) => cloud.ask(driver).passes('c', '10.0.0.30', 'b', '10.0.0.20', 'tcp/443');

  it('means its addresses where the driver enforces them', () => {
    expect([toB(cloud, 'tcp/443'), fromC(ovs)]).toEqual([true, false]);
  });

  it('admits everybody on ML2/OVN of Zed, and may do so where the driver is not known', () => {
    expect([fromC(ovn), fromC(anyDriver)]).toEqual([true, true]);
    expect(cloud.ask(anyDriver, 'must').passes('c', '10.0.0.30', 'b', '10.0.0.20', 'tcp/443')).toBe(false);
  });
});

describe('port security', () => {
  it('binds a sender to its own addresses', () => {
    expect(pair('ingress any').ask().passes('a', '10.0.0.77', 'b', '10.0.0.20', 'tcp/1')).toBe(false);
  });

  it('switched off, asks no group and binds nobody', () => {
    const cloud = pair().port('b', 'n', '10.0.0.20', [], { port_security_enabled: false });
    expect(toB(cloud, 'tcp/443')).toBe(true);
    const spoofing = pair('ingress any').port('a', 'n', '10.0.0.10', [], { port_security_enabled: false });
    expect(spoofing.ask().passes('a', '10.0.0.77', 'b', '10.0.0.20', 'tcp/1')).toBe(true);
  });

  it('switched off, makes a port no member of its project’s default group', () => {
    const cloud = new SmallCloud()
      .network('n', '10.0.0.0/24')
      .port('a', 'n', '10.0.0.10', [], { port_security_enabled: false })
      .port('b', 'n', '10.0.0.20');
    expect(cloud.ask().passes('a', '10.0.0.10', 'b', '10.0.0.20', 'tcp/1')).toBe(false);
  });

  it('switched off on a network, is off on its ports', () => {
    const cloud = pair().add('networking_network', 'n', { name: 'n', port_security_enabled: false });
    expect(toB(cloud, 'tcp/443')).toBe(true);
  });
});
