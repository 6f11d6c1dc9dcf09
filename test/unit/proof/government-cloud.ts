import type { AllowedFlow, FlowEnd, PortRange } from '../../../model/flow';
import type { Intent } from '../../../model/intent';
import type { ZoneKind } from '../../../model/zone-kind';
import { id, SmallCloud } from './small-cloud';

/** Two planes and a management plane; two departments; a shared service, a public entry, a bastion, a gap device. */
export class GovernmentCloud extends SmallCloud {
  constructor() {
    super();
    this.plane('extranet', '10.1.0.0/24').plane('internet', '10.2.0.0/24');
    this.network('ops', '10.9.1.0/24', vlan('management', 11)).network('sec', '10.9.2.0/24', vlan('management', 12));
    this.tier('finance', 'app', 'extranet', 21, '10.1.16.0/24').tier('finance', 'db', 'extranet', 22, '10.1.17.0/24');
    this.tier('health', 'app', 'extranet', 23, '10.1.32.0/24').tier('finance', 'web', 'internet', 31, '10.2.16.0/24');
    this.tenantRouter('finance', 'extranet', 10, ['finance-app', 'finance-db']);
    this.tenantRouter('health', 'extranet', 11, ['health-app']).tenantRouter('finance', 'internet', 10, [
      'finance-web',
    ]);
    this.entry().bastion().gap();
    for (const flow of flows) this.permit(flow);
  }

  private plane(plane: string, transit: string): this {
    return this.network(`${plane}-edge`, transit, { external: true, ...vlan(plane, 1) });
  }

  private tier(tenant: string, tier: string, plane: string, segment: number, cidr: string): this {
    const [name, tenant_id] = [`${tenant}-${tier}`, `${tenant}-${plane}`];
    const first = cidr.replace('.0/24', '');
    return this.network(name, cidr, { tenant_id, ...vlan(plane, segment) })
      .group(name, { tenant_id })
      .port(`${name}-1`, name, `${first}.11`, [name], { tenant_id })
      .port(`${name}-2`, name, `${first}.12`, [name], { tenant_id });
  }

  private tenantRouter(tenant: string, plane: string, host: number, subnets: readonly string[]): this {
    const octet = plane === 'extranet' ? 1 : 2;
    return this.router(`${tenant}-${plane}`, subnets, {
      external_network_id: id('networking_network', `${plane}-edge`),
      external_fixed_ip: [{ subnet_id: id('networking_subnet', `${plane}-edge`), ip_address: `10.${octet}.0.${host}` }],
      enable_snat: false,
    });
  }

  private entry(): this {
    return this.network('dmz', '10.2.8.0/24', vlan('internet', 8))
      .tenantRouter('platform', 'internet', 20, ['dmz'])
      .add('lb_loadbalancer', 'entry', { vip_subnet_id: id('networking_subnet', 'dmz'), vip_address: '10.2.8.100' })
      .add('lb_listener', 'entry', {
        loadbalancer_id: id('lb_loadbalancer', 'entry'),
        protocol: 'TCP',
        protocol_port: 443,
      })
      .add('lb_pool', 'entry', { listener_id: id('lb_listener', 'entry') })
      .add('lb_members', 'entry', {
        pool_id: id('lb_pool', 'entry'),
        member: ['10.2.16.11', '10.2.16.12'].map((address) => ({ address, protocol_port: 8080 })),
      })
      .add('networking_floatingip', 'entry', {
        pool: 'internet-edge',
        address: '203.0.113.80',
        port_id: id('lb_loadbalancer', 'entry', 'vip_port_id'),
      });
  }

  private bastion(): this {
    return this.group('bastion')
      .port('bastion-edge', 'extranet-edge', '10.1.0.5', ['bastion'], { device_id: 'bastion' })
      .port('bastion-ops', 'ops', '10.9.1.5', ['bastion'], { device_id: 'bastion' });
  }

  private gap(): this {
    return this.network('outer', '10.2.9.0/24', vlan('internet', 9))
      .network('inner', '10.1.9.0/24', vlan('extranet', 9))
      .group('gap-outer')
      .group('gap-inner')
      .port('gap-outer', 'outer', '10.2.9.11', ['gap-outer'], { device_id: 'gap' })
      .port('gap-inner', 'inner', '10.1.9.11', ['gap-inner'], { device_id: 'gap' })
      .tenantRouter('exchange', 'internet', 30, ['outer'])
      .tenantRouter('exchange', 'extranet', 30, ['inner']);
  }

  /** Rules on both ends for a flow, one per prefix, its id first in the description. */
  permit(flow: AllowedFlow): this {
    for (const [own, other, direction] of [
      [flow.from, flow.to, 'egress'],
      [flow.to, flow.from, 'ingress'],
    ] as const) {
      const group = groupOf[own.label];
      if (group)
        for (const prefix of other.prefixes)
          for (const { protocol, from, to } of flow.ports)
            this.rule(group, `${direction} ${protocol} ${from}-${to} ${prefix}`, {
              description: `${flow.id} of the tests`,
            });
    }
    return this;
  }
}

const groupOf: Readonly<Record<string, string>> = {
  'finance/budget/app': 'finance-app',
  'finance/budget/db': 'finance-db',
  'finance/portal/web': 'finance-web',
  'health/clinic/app': 'health-app',
  bastion: 'bastion',
  'gap/outer': 'gap-outer',
  'gap/inner': 'gap-inner',
};

function vlan(physical_network: string, segmentation_id: number): Readonly<Record<string, unknown>> {
  return { segments: [{ network_type: 'vlan', physical_network, segmentation_id }] };
}

function end(label: string, kind: ZoneKind, plane: string, prefixes: readonly string[], tenant?: string): FlowEnd {
  return { label, zone: { key: `${plane}/${kind}`, kind, plane }, prefixes, ...(tenant !== undefined && { tenant }) };
}

const app = end('finance/budget/app', 'E-DEPT', 'extranet', ['10.1.16.0/24'], 'finance');
const db = end('finance/budget/db', 'E-DATA', 'extranet', ['10.1.17.0/24'], 'finance');
const web = end('finance/portal/web', 'I-APP', 'internet', ['10.2.16.0/24'], 'finance');
const clinic = end('health/clinic/app', 'E-DEPT', 'extranet', ['10.1.32.0/24'], 'health');
const dmz = end('internet/dmz', 'I-DMZ', 'internet', ['10.2.8.0/24']);
const bastion = end('bastion', 'M-OPS', 'management', ['10.1.0.5/32', '10.9.1.5/32']);
const outer = end('gap/outer', 'I-EXCH', 'internet', ['10.2.9.11/32']);
const inner = end('gap/inner', 'E-EXCH', 'extranet', ['10.1.9.11/32']);
const internet: FlowEnd = { label: 'Internet', prefixes: ['0.0.0.0/0', '::/0'] };

export const tcp = (from: number, to = from): PortRange => ({ protocol: 'tcp', from, to });

export function flow(flowId: string, from: FlowEnd, to: FlowEnd, ...ports: PortRange[]): AllowedFlow {
  const row = flowId.split(' ')[0] as AllowedFlow['row'];
  return { id: flowId, row, from, to, ports, purpose: 'a test', place: 'flows.yaml:1:1' };
}

const flows: readonly AllowedFlow[] = [
  flow('F01 entry', internet, dmz, tcp(443)),
  flow('F02 dmz-to-web', dmz, web, tcp(8080)),
  flow('F04 web-to-gap', web, outer, tcp(9000)),
  flow('F06 gap-to-app', inner, app, tcp(9000)),
  flow('F10 app-to-db', app, db, tcp(5432)),
  flow('F10 clinic-to-db', clinic, db, tcp(5433)),
  flow('F16 bastion-to-app', bastion, app, tcp(22)),
];

export const governmentIntent: Intent = {
  network: { driver: 'ovn', release: 'zed' },
  planes: [
    { key: 'extranet', role: 'extranet', physnet: 'extranet', blocks: ['10.1.0.0/16'], place: 'planes.yaml:2:1' },
    { key: 'internet', role: 'internet', physnet: 'internet', blocks: ['10.2.0.0/16'], place: 'planes.yaml:9:1' },
    {
      key: 'management',
      role: 'management',
      physnet: 'management',
      blocks: ['10.9.0.0/16'],
      place: 'planes.yaml:16:1',
    },
  ],
  zones: [],
  ends: [app, db, web, clinic, dmz, bastion, outer, inner],
  flows,
  operations: ['10.1.0.5/32', '10.9.1.5/32'],
};
