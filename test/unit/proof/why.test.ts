import { type Explanation, why } from '../../../proof/why';
import { GovernmentCloud, governmentIntent } from './government-cloud';
import { anyDriver, id, ovn } from './small-cloud';

const ask = (from: string, to: string, packet: string, cloud = new GovernmentCloud()) =>
  why(cloud.world(), governmentIntent, ovn, from, to, packet) as Explanation;

describe('why', () => {
  it('tells the path of a packet that passes, each step with its resource, and the flow that allows it', () => {
    const answer = ask('finance/budget/app', 'finance/budget/db', 'tcp/5432');
    expect(answer.verdict).toBe('passes');
    expect(answer.allowedBy).toBe('F10 app-to-db');
    expect(answer.pairs[0]?.ways[0]?.steps.map((step) => `${step.what} ${step.resource}`)).toEqual([
      'sent openstack_networking_port_v2.finance-app-1',
      'let out openstack_networking_secgroup_rule_v2.finance-app-5',
      'routed openstack_networking_router_interface_v2.finance-extranet-finance-db',
      'let in openstack_networking_secgroup_rule_v2.finance-db-6',
      'received openstack_networking_port_v2.finance-db-1',
    ]);
  });

  it('tells the first block of a packet that does not pass', () => {
    const answer = ask('health', 'finance/budget/db', 'tcp/5432');
    expect(answer.verdict).toBe('blocked');
    expect(answer.pairs[0]?.ways[0]?.block).toEqual({
      what: 'refused',
      resource: 'openstack_networking_secgroup_v2.health-app',
      place: 'openstack_networking_secgroup_v2.health-app',
      detail: 'no egress rule of openstack_networking_secgroup_v2.health-app lets it through',
    });
  });

  it('says where the way ends when no router leads across', () => {
    const cloud = new GovernmentCloud().rule('finance-app', 'egress tcp 8080 10.2.16.0/24');
    const block = ask('finance/budget/app', 'finance/portal/web', 'tcp/8080', cloud).pairs[0]?.ways[0]?.block;
    expect(block?.resource).toBe('openstack_networking_router_v2.finance-extranet');
    expect(block?.what).toBe('lost');
  });

  it('follows strangers to a load balancer by its floating IP', () => {
    const answer = ask('outside', 'internet/dmz', 'tcp/443');
    expect(answer).toMatchObject({ verdict: 'passes' });
    expect(ask('outside', 'internet/dmz', 'tcp/80')).toMatchObject({ verdict: 'blocked' });
  });

  it('takes addresses, names of ports, tenants and numbers of protocols', () => {
    expect(ask('10.1.16.11', '10.1.17.12', '6/5432').verdict).toBe('passes');
    expect(ask('finance-app-1', 'finance-db-1', 'tcp/5432').verdict).toBe('passes');
    expect(ask('health', 'finance', 'tcp/5433').verdict).toBe('passes');
  });

  it('asks about the one address outside that was named', () => {
    const cloud = new GovernmentCloud().rule('finance-app', 'egress tcp 8443 198.51.100.0/28');
    expect(ask('finance-app-1', '198.51.100.3', 'tcp/8443', cloud).verdict).toBe('passes');
    expect(ask('finance-app-1', '198.51.100.16', 'tcp/8443', cloud).verdict).toBe('blocked');
  });

  it('answers unknown, with what is missing, where the drivers differ', () => {
    const cloud = new GovernmentCloud()
      .add('networking_address_group', 'ag', { addresses: ['10.1.16.0/24'] })
      .rule('finance-db', 'ingress tcp 99', { remote_address_group_id: id('networking_address_group', 'ag') })
      .rule('health-app', 'egress tcp 99 10.1.17.0/24');
    const answer = why(
      cloud.world(),
      governmentIntent,
      anyDriver,
      'health',
      'finance/budget/db',
      'tcp/99',
    ) as Explanation;
    expect(answer.verdict).toBe('unknown');
    expect(answer.missing[0]).toMatch(
      /^cloud\.network: the network driver is known: a rule with remote_address_group_id/,
    );
  });

  it('offers near misses for names that do not exist', () => {
    const answer = ask('finance/budget/ap', 'nowhere', 'tcp/1') as unknown as {
      faults: { name: string; near: string[] }[];
    };
    expect(answer.faults.map((fault) => [fault.name, fault.near])).toEqual([
      ['finance/budget/ap', ['finance/budget/app', 'finance/budget/db']],
      ['nowhere', []],
    ]);
  });

  it.each(['tcp/70000', 'tpc/5', 'tcp/-1', 'icmp/256', ''])('refuses %p as a packet', (packet) => {
    expect(ask('health', 'finance', packet)).toMatchObject({ faults: [{ name: packet }] });
  });
});
