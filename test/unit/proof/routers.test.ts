import { anyDriver, id, ovn, ovs, SmallCloud } from './small-cloud';

/** Networks `m` and `n` of open stations `a` and `b`, and an external network. */
const cloud = () =>
  new SmallCloud()
    .open('all', 'ingress any')
    .network('ext', '203.0.113.0/24', { external: true })
    .subnet('ext', 'ext', '203.0.113.0/24', { no_gateway: true })
    .network('m', '10.0.1.0/24')
    .network('n', '10.0.2.0/24')
    .port('a', 'm', '10.0.1.10', ['all'])
    .port('b', 'n', '10.0.2.10', ['all']);

const outside = (ip_address: string, values = {}) => ({
  external_network_id: id('networking_network', 'ext'),
  external_fixed_ip: [{ subnet_id: id('networking_subnet', 'ext'), ip_address }],
  enable_snat: false,
  ...values,
});

/** One more interface of a router, with an address of its own. */
const joining = (world: SmallCloud, router: string, network: string, address: string) =>
  world.port(`${router}-${network}-own`, network, address).add('networking_router_interface', `${router}-${network}`, {
    router_id: id('networking_router', router),
    port_id: id('networking_port', `${router}-${network}-own`),
  });

const route = (world: SmallCloud, router: string, destination_cidr: string, next_hop: string) =>
  world.add('networking_router_route', `${router} ${destination_cidr}`, {
    router_id: id('networking_router', router),
    destination_cidr,
    next_hop,
  });

const forwarded = (world: SmallCloud) =>
  world
    .add('networking_floatingip', 'f', { pool: 'ext', address: '203.0.113.50' })
    .add('networking_portforwarding', 'p', {
      floatingip_id: id('networking_floatingip', 'f'),
      protocol: 'tcp',
      external_port: 8022,
      internal_port: 22,
      internal_port_id: id('networking_port', 'b'),
      internal_ip_address: '10.0.2.10',
    });

describe('a router', () => {
  it('sees a packet again that has got another destination, and sends it on', () => {
    const world = joining(
      cloud().router('r', ['m', 'n']).router('s', [], outside('203.0.113.9')),
      's',
      'm',
      '10.0.1.3',
    );
    route(world, 'r', '203.0.113.0/24', '10.0.1.3');
    joining(world, 's', 'n', '10.0.2.3');
    route(world, 's', '10.0.2.8/29', '10.0.1.1');
    world.add('networking_floatingip', 'f', {
      pool: 'ext',
      address: '203.0.113.50',
      port_id: id('networking_port', 'b'),
    });
    expect(world.ask(ovn).usually('a', '10.0.1.10', 'b', '203.0.113.50', 'tcp/22')).toBe(true);
  });
});

describe('a public address', () => {
  /** Both routers lead from `n` outside; whoever maps the address, only `r` leads to the stranger `s`. */
  const both = (gateway: 'r' | 's' | 'neither') => {
    const world = cloud().router('r', gateway === 'r' ? ['n'] : [], outside('203.0.113.8'));
    world.router('s', gateway === 's' ? ['n'] : [], outside('203.0.113.9'));
    for (const [router, own] of [
      ['r', '10.0.2.3'],
      ['s', '10.0.2.4'],
    ] as const)
      if (router !== gateway) joining(world, router, 'n', own);
    joining(world, 's', 'm', '10.0.1.3');
    return world.add('networking_floatingip', 'f', {
      pool: 'ext',
      address: '203.0.113.50',
      port_id: id('networking_port', 'b'),
    });
  };
  const mapped = (world: SmallCloud, reading: 'may' | 'must') => {
    const { reach } = world.ask(ovn, reading);
    return ['r', 's'].filter(
      (router) => reach.journeys.mappingsOf(`openstack_networking_router_v2.${router}`).length > 0,
    );
  };

  it('is mapped by the router that has the gateway address of the subnet, in whichever order they are written', () => {
    expect([mapped(both('r'), 'may'), mapped(both('r'), 'must')]).toEqual([['r'], ['r']]);
    expect([mapped(both('s'), 'may'), mapped(both('s'), 'must')]).toEqual([['s'], ['s']]);
  });

  it('may be mapped by each of several routers of which none has it', () => {
    expect([mapped(both('neither'), 'may'), mapped(both('neither'), 'must')]).toEqual([['r', 's'], []]);
  });

  it('is mapped by no router that joins another subnet of the network only', () => {
    const world = cloud().subnet('n-other', 'n', '10.0.3.0/24').router('r', ['n-other'], outside('203.0.113.8'));
    world.add('networking_floatingip', 'f', {
      pool: 'ext',
      address: '203.0.113.50',
      port_id: id('networking_port', 'b'),
    });
    expect(mapped(world, 'may')).toEqual([]);
  });
});

describe('a forwarded port', () => {
  /** The gateway of `m` is a router that leads nowhere else; the one that forwards is beside it. */
  const world = () => {
    const two = cloud().router('lone', ['m']).router('r', ['n'], outside('203.0.113.8'));
    return forwarded(route(joining(two, 'r', 'm', '10.0.1.3'), 'lone', '10.0.2.0/24', '10.0.1.3'));
  };
  const usual = (driver: typeof ovn, reading: 'may' | 'must') => {
    const ask = world().ask(driver, reading);
    const to = (destination: string, service: string) => ask.usually('a', '10.0.1.10', 'b', destination, service);
    return { public: to('203.0.113.50', 'tcp/8022'), inside: to('10.0.2.10', 'tcp/22') };
  };

  it('is reached on OVN through any router, for it is translated before', () => {
    expect(usual(ovn, 'may')).toEqual({ public: true, inside: true });
    expect(usual(ovs, 'may')).toEqual({ public: false, inside: true });
  });

  it('is maybe reached so where the driver is not known', () => {
    expect(usual(anyDriver, 'may')).toEqual({ public: true, inside: true });
    expect(usual(anyDriver, 'must')).toEqual({ public: false, inside: true });
  });

  it('leaves other ports of its address alone', () => {
    const ask = world().ask(ovn);
    const tcp = (port: number) => ask.passes('a', '10.0.1.10', 'b', '203.0.113.50', `tcp/${port}`);
    expect([tcp(8022), tcp(22)]).toEqual([true, false]);
  });
});

describe('a host route', () => {
  it('for a part of the subnet comes before the subnet', () => {
    const ask = cloud()
      .port('c', 'm', '10.0.1.20', ['all'])
      .port('d', 'm', '10.0.1.40', ['all'], { port_security_enabled: false })
      .add('networking_subnet_route', 'part', {
        subnet_id: id('networking_subnet', 'm'),
        destination_cidr: '10.0.1.16/28',
        next_hop: '10.0.1.40',
      })
      .ask();
    const usually = (to: string, destination: string) => ask.usually('a', '10.0.1.10', to, destination, 'tcp/22');
    expect([usually('c', '10.0.1.20'), usually('d', '10.0.1.20'), usually('d', '10.0.1.40')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
