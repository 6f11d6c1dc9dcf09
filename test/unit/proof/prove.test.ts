import type { Intent } from '../../../model/intent';
import { prove } from '../../../proof/prove';
import { GovernmentCloud, governmentIntent } from './government-cloud';
import { judged } from './judged';
import { id, ovn, SmallCloud } from './small-cloud';

describe('a sound government cloud', () => {
  const { proof, bad } = judged(new GovernmentCloud());

  it('is proved, statement by statement', () => {
    expect(bad()).toEqual([]);
    expect(proof.verdict).toBe('PROVED');
    expect(proof.statements.map((one) => one.id)).toEqual([
      'INV-1',
      'INV-2',
      'INV-3',
      'INV-4',
      'INV-5',
      'INV-6',
      'INV-7',
      'TENANT finance',
      'TENANT health',
      'FLOW F01 entry',
      'FLOW F02 dmz-to-web',
      'FLOW F04 web-to-gap',
      'FLOW F06 gap-to-app',
      'FLOW F10 app-to-db',
      'FLOW F10 clinic-to-db',
      'FLOW F16 bastion-to-app',
      'NOTHING-ELSE',
    ]);
  });

  it('names what every answer takes for granted', () => {
    expect(proof.assumptions.map((one) => one.id)).toContain('edge-device-forwards');
    expect(proof.assumptions.map((one) => one.id)).toContain('physnets-are-apart');
  });
});

describe('a rule too wide', () => {
  const wide = () =>
    new GovernmentCloud()
      .rule('finance-db', 'ingress tcp 5432 10.1.0.0/16', { description: 'F10 app-to-db too wide' })
      .rule('health-app', 'egress tcp 5432 10.1.17.0/24');

  it('breaks tenant isolation, with a packet, the way it takes and the rule that lets it in', () => {
    const { of, bad } = judged(wide());
    expect(bad()).toEqual(['VIOLATED TENANT finance', 'VIOLATED NOTHING-ELSE']);
    const violation = of('TENANT finance').violations[0];
    expect(violation?.packet).toEqual({ source: '10.1.32.11', destination: '10.1.17.11', service: 'tcp/5432' });
    expect(violation?.path.map((step) => step.what)).toEqual([
      'sent',
      'let out',
      'routed',
      'routed',
      'routed',
      'let in',
      'received',
    ]);
    expect(violation?.place).toMatch(/^openstack_networking_secgroup_rule_v2\.finance-db-/);
  });
});

describe('a crossing of the planes', () => {
  it('by one router is seen, and what packets it lets through', () => {
    const cloud = new GovernmentCloud().add('networking_router_interface', 'wrong', {
      router_id: id('networking_router', 'finance-extranet'),
      subnet_id: id('networking_subnet', 'dmz'),
    });
    expect(judged(cloud).of('INV-1')).toMatchObject({ verdict: 'VIOLATED' });
  });

  it('by one segment of one physnet is seen', () => {
    const cloud = new GovernmentCloud().network('dmz', '10.2.8.0/24', {
      segments: [{ network_type: 'vlan', physical_network: 'extranet', segmentation_id: 21 }],
    });
    expect(judged(cloud).of('INV-1').verdict).toBe('VIOLATED');
  });

  it('by a server that is no gap device is seen', () => {
    const cloud = new GovernmentCloud()
      .port('x', 'finance-app', '10.1.16.50', [], { device_id: 'x', no_security_groups: true })
      .port('y', 'finance-web', '10.2.16.50', [], { device_id: 'x', no_security_groups: true });
    expect(
      judged(cloud)
        .of('INV-1')
        .violations.map((one) => one.from),
    ).toEqual(['x']);
  });

  it('by a load balancer with members in the other plane is seen', () => {
    const cloud = new GovernmentCloud().add('lb_members', 'entry', {
      pool_id: id('lb_pool', 'entry'),
      member: [{ address: '10.1.16.11', protocol_port: 22, subnet_id: id('networking_subnet', 'finance-app') }],
    });
    expect(
      judged(cloud)
        .of('INV-1')
        .violations.map((one) => one.from),
    ).toContain('openstack_lb_loadbalancer_v2.entry');
  });
});

describe('a flow', () => {
  it('that no rule lets in is VIOLATED, with the group that stands in the way', () => {
    const rules = new GovernmentCloud().group('finance-db-new');
    const cloud = rules.port('finance-db-2', 'finance-db', '10.1.17.12', ['finance-db-new'], {
      tenant_id: 'finance-extranet',
    });
    const statement = judged(cloud).of('FLOW F10 app-to-db');
    expect(statement.verdict).toBe('VIOLATED');
    expect(statement.violations[0]?.place).toBe('openstack_networking_secgroup_v2.finance-db-new');
  });

  it('with a stateless group needs rules for the replies', () => {
    const cloud = new GovernmentCloud().group('finance-db', { stateful: false });
    expect(judged(cloud).of('FLOW F10 app-to-db').verdict).toBe('VIOLATED');
    cloud
      .rule('finance-db', 'egress tcp 1024-65535 10.1.16.0/24')
      .rule('finance-db', 'egress udp 1024-65535 10.1.16.0/24');
    expect(judged(cloud).of('FLOW F10 app-to-db').verdict).toBe('PROVED');
  });

  it('to all departments of a plane is UNKNOWN where the one that is meant has no port, and no statement where none is', () => {
    const everybody = { label: 'all zones of extranet', prefixes: ['10.1.0.0/16'] };
    const log = {
      label: 'extranet/log',
      zone: { key: 'edge', kind: 'E-EDGE', plane: 'extranet' },
      prefixes: ['10.1.0.40/32'],
    } as const;
    const flow = {
      id: 'F17 extranet/log',
      row: 'F17',
      ports: [{ protocol: 'tcp', from: 6514, to: 6514 }],
      purpose: 'logs',
      place: 'planes.yaml:1:1',
    } as const;
    const meant = { ...governmentIntent, flows: [{ ...flow, from: everybody, to: log }] };
    const nobody = {
      ...meant,
      ends: meant.ends.filter(({ tenant, zone }) => tenant === undefined || zone?.plane !== 'extranet'),
    };
    const said = (intent: Intent) =>
      prove(new SmallCloud().world(), intent, ovn).statements.flatMap(({ kind, verdict }) =>
        kind === 'flow' ? [verdict] : [],
      );
    expect({ meant: said(meant), nobody: said(nobody) }).toEqual({ meant: ['UNKNOWN'], nobody: [] });
  });

  it('between ends without a port is UNKNOWN, and says so', () => {
    const nobody = { label: 'nobody', prefixes: ['10.1.17.128/25'] };
    const { from, ...rest } = governmentIntent.flows[4] as Intent['flows'][number];
    const intent = {
      ...governmentIntent,
      flows: [...governmentIntent.flows, { ...rest, id: 'F10 x', from, to: nobody }],
    };
    const statement = judged(new GovernmentCloud(), intent).of('FLOW F10 x');
    expect(statement).toMatchObject({ verdict: 'UNKNOWN', missing: [{ place: 'flows.yaml:1:1' }] });
  });
});

describe('a channel of the gap device', () => {
  const channel = (): Intent => {
    const [web, outer] = [governmentIntent.flows[2], governmentIntent.flows[3]] as [
      Intent['flows'][number],
      Intent['flows'][number],
    ];
    const relayed = { ...web, id: 'F05 relay', row: 'F05' as const, from: web.to, to: outer.from };
    return { ...governmentIntent, flows: [...governmentIntent.flows, relayed] };
  };

  it('is PROVED where both ends stand and nothing passes beside it', () => {
    expect(judged(new GovernmentCloud(), channel()).of('FLOW F05 relay').verdict).toBe('PROVED');
  });

  it('is VIOLATED where packets pass beside it', () => {
    const cloud = new GovernmentCloud()
      .add('networking_router_interface', 'wrong', {
        router_id: id('networking_router', 'exchange-internet'),
        subnet_id: id('networking_subnet', 'inner'),
      })
      .rule('gap-outer', 'egress tcp 9000 10.1.9.0/24')
      .rule('gap-inner', 'ingress tcp 9000 10.2.9.0/24');
    expect(judged(cloud, channel()).of('FLOW F05 relay')).toMatchObject({ verdict: 'VIOLATED', found: 1 });
  });

  it('is UNKNOWN where an end has no port', () => {
    const intent = channel();
    const flows = intent.flows.map((one) =>
      one.row === 'F05' ? { ...one, to: { label: 'nobody', prefixes: ['10.1.9.200/32'] } } : one,
    );
    expect(judged(new GovernmentCloud(), { ...intent, flows }).of('FLOW F05 relay')).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ place: 'flows.yaml:1:1' }],
    });
  });
});

describe('an address pair', () => {
  const withPair = (ip_address: string) =>
    new GovernmentCloud().port('finance-db-1', 'finance-db', '10.1.17.11', ['finance-db'], {
      tenant_id: 'finance-extranet',
      allowed_address_pairs: [{ ip_address }],
    });

  it('of the port’s own wire is nobody else’s', () => {
    expect(judged(withPair('10.1.17.100')).of('NOTHING-ELSE').verdict).toBe('PROVED');
  });

  it('of another wire makes no flow of the one who lives there its own', () => {
    const cloud = withPair('10.1.0.5').rule('finance-db', 'egress tcp 22 10.1.16.0/24');
    const { violations } = judged(cloud).of('NOTHING-ELSE');
    expect(violations.map(({ from, packet }) => [from, packet?.source])).toEqual([['finance/budget/db', '10.1.0.5']]);
  });
});

describe('a plan without intent', () => {
  it('is judged by project and by administrative ports from outside', () => {
    const cloud = new SmallCloud()
      .network('n', '10.0.0.0/24')
      .open('all', 'ingress any')
      .port('a', 'n', '10.0.0.10', ['all'], { tenant_id: 'p' })
      .port('b', 'n', '10.0.0.20', ['all'], { tenant_id: 'q' });
    const proof = prove(cloud.world(), undefined, ovn);
    expect(proof.statements.map((one) => `${one.verdict} ${one.id}`)).toEqual([
      'PROVED INV-4',
      'PROVED INV-6',
      'VIOLATED TENANT p',
      'VIOLATED TENANT q',
    ]);
  });
});
