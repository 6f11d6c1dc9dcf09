import { GovernmentCloud } from './government-cloud';
import { judged } from './judged';
import { id } from './small-cloud';

describe('invariants', () => {
  it('INV-2 refuses a public address on a zone of trust 3', () => {
    const cloud = new GovernmentCloud().add('networking_floatingip', 'wrong', {
      pool: 'internet-edge',
      address: '203.0.113.81',
      port_id: id('networking_port', 'finance-db-1'),
    });
    expect(
      judged(cloud)
        .of('INV-2')
        .violations.map((one) => one.from),
    ).toEqual(['openstack_networking_floatingip_v2.wrong']);
  });

  it('INV-3 refuses a port of a data zone in the internet plane', () => {
    const cloud = new GovernmentCloud().port('stray', 'finance-web', '10.1.17.90', [], { no_security_groups: true });
    expect(judged(cloud).of('INV-3').verdict).toBe('VIOLATED');
  });

  it('INV-4 refuses ssh from anybody but operations', () => {
    const cloud = new GovernmentCloud()
      .rule('finance-db', 'ingress tcp 22 10.1.16.0/24', { description: 'F10 app-to-db' })
      .rule('finance-app', 'egress tcp 20-30 10.1.17.0/24');
    const { of } = judged(cloud);
    expect(of('INV-4').verdict).toBe('VIOLATED');
    expect(of('INV-4').violations[0]?.packet?.service).toBe('tcp/22');
  });

  it('INV-5 refuses a route to the management plane, whatever the groups say', () => {
    const cloud = new GovernmentCloud().add('networking_router_interface', 'wrong', {
      router_id: id('networking_router', 'finance-extranet'),
      subnet_id: id('networking_subnet', 'ops'),
    });
    expect(judged(cloud).of('INV-5').verdict).toBe('VIOLATED');
  });

  it('INV-6 refuses a chain of VPN imports between two departments', () => {
    const vpn = (name: string, tenant_id: string, values: object) =>
      ({ name, tenant_id, ...values }) as Readonly<Record<string, unknown>>;
    const cloud = new GovernmentCloud()
      .add('bgpvpn', 'a', vpn('a', 'finance-extranet', { export_targets: ['64512:1'] }))
      .add('bgpvpn', 'b', vpn('b', 'middle', { import_targets: ['64512:1'], export_targets: ['64512:2'] }))
      .add('bgpvpn', 'c', vpn('c', 'health-extranet', { import_targets: ['64512:2'] }));
    const ways = judged(cloud)
      .of('INV-6')
      .violations.map((one) => `${one.from} > ${one.to}`);
    expect(ways).toContain('finance-extranet > health-extranet');
    expect(ways).not.toContain('health-extranet > finance-extranet');
  });

  it('INV-7 refuses a rule that names no flow', () => {
    const cloud = new GovernmentCloud().rule('finance-db', 'ingress tcp 1 192.0.2.0/24');
    expect(judged(cloud).of('INV-7')).toMatchObject({ verdict: 'VIOLATED', found: 1 });
  });
});
