import type { ProblemsError } from '../../../model/problem';
import { readDocument } from '../../../proof/reading/read-document';
import { readStacks } from '../../../proof/reading/read-stacks';
import { readWorld } from '../../../proof/reading/read-world';
import { id, SmallCloud } from './small-cloud';

const codes = (text: string): string[] => {
  try {
    readDocument('plan.json', text);
    return [];
  } catch (error) {
    return (error as ProblemsError).problems.map((problem) => `${problem.code} ${problem.at}`);
  }
};

describe('a file that is no plan', () => {
  it('is refused, whatever is in it', () => {
    expect(codes('')).toEqual(['PROOF_INPUT_UNREADABLE plan.json']);
    expect(codes('{"planned_values": {"root_mod')).toEqual(['PROOF_INPUT_UNREADABLE plan.json']);
    expect(codes('[1, 2]')).toEqual(['PROOF_INPUT_UNREADABLE plan.json']);
    expect(codes('null')).toEqual(['PROOF_INPUT_UNREADABLE plan.json']);
    expect(codes('{"version": 4}')).toEqual(['PROOF_INPUT_UNREADABLE plan.json']);
  });

  it('of another provider is refused by name', () => {
    expect(codes('{"resource": {"aws_vpc": {"v": {}}}}')).toEqual(['PROOF_INPUT_FOREIGN plan.json']);
    expect(codes('{"resource": {}}')).toEqual(['PROOF_INPUT_FOREIGN plan.json']);
  });
});

it('a file with more than a proof takes is refused before anything is proved', () => {
  const many = Object.fromEntries(Array.from({ length: 200_001 }, (_, i) => [`n${i}`, {}]));
  expect(codes(JSON.stringify({ resource: { openstack_networking_network_v2: many } }))).toEqual([
    'PROOF_INPUT_TOO_LARGE plan.json',
  ]);
});

describe('a plan', () => {
  const resource = (type: string, name: string, values: object, index?: number) => ({
    address: `openstack_${type}_v2.${name}${index === undefined ? '' : `[${index}]`}`,
    mode: 'managed',
    type: `openstack_${type}_v2`,
    name,
    ...(index !== undefined && { index }),
    values,
  });
  const configured = (type: string, name: string, expressions: object) => ({
    address: `openstack_${type}_v2.${name}`,
    expressions,
  });
  const plan = {
    planned_values: {
      root_module: {
        resources: [
          resource('networking_network', 'n', { name: 'n' }),
          resource('networking_subnet', 's', { cidr: '10.0.0.0/24' }),
          resource('networking_port', 'p', { fixed_ip: [{ ip_address: '10.0.0.10' }] }, 0),
          resource('networking_port', 'p', { fixed_ip: [{ ip_address: '10.0.0.11' }] }, 1),
        ],
      },
    },
    configuration: {
      root_module: {
        resources: [
          configured('networking_subnet', 's', {
            network_id: { references: ['openstack_networking_network_v2.n.id', 'openstack_networking_network_v2.n'] },
          }),
          configured('networking_port', 'p', {
            network_id: { references: ['openstack_networking_network_v2.n.id', 'openstack_networking_network_v2.n'] },
          }),
        ],
      },
    },
  };

  it('is read with the references of its configuration, instance by instance', () => {
    const world = readDocument('plan.json', JSON.stringify(plan));
    expect(world.ports.map((port) => [port.id, port.network, port.addresses])).toEqual([
      ['openstack_networking_port_v2.p[0]', 'openstack_networking_network_v2.n', ['10.0.0.10']],
      ['openstack_networking_port_v2.p[1]', 'openstack_networking_network_v2.n', ['10.0.0.11']],
    ]);
  });
});

describe('a cdk.tf.json', () => {
  it('with references into another stack leads to the resource itself', () => {
    const planes = new SmallCloud()
      .network('edge', '10.1.0.0/24')
      .stack('planes', {}, { edge: { value: id('networking_network', 'edge') } });
    const tenant = new SmallCloud()
      .add('networking_port', 'p', { network_id: '$' + '{var.edge}' })
      .stack('tenant', { edge: { stack: 'planes', output: 'edge' } });
    const world = readWorld(readStacks([planes, tenant]));
    expect(world.ports[0]).toMatchObject({
      id: 'tenant/openstack_networking_port_v2.p',
      network: 'planes/openstack_networking_network_v2.edge',
    });
  });

  it('with a variable that leads in a circle is unknown, not endless', () => {
    const circle = (name: string, other: string) =>
      new SmallCloud()
        .add('networking_port', name, { network_id: '$' + '{var.x}' })
        .stack(name, { x: { stack: other, output: 'x' } }, { x: { value: '$' + '{var.x}' } });
    const world = readWorld(readStacks([circle('a', 'b'), circle('b', 'a')]));
    expect(world.ports).toEqual([]);
    expect(world.unknowns.map((one) => one.assumption)).toEqual(
      Array(2).fill('the port lies on none of the networks here'),
    );
  });

  it('that uses count or an unknown type says what it would have to know', () => {
    const cloud = new SmallCloud().network('n', '10.0.0.0/24').port('p', 'n', '10.0.0.10', [], { count: 3 });
    expect(cloud.world().unknowns.map((one) => one.assumption)).toContain(
      'openstack_networking_port_v2.p is made exactly once (it uses count, for_each or dynamic; read the plan instead)',
    );
  });

  it('keeps an address that apply will choose as a symbol, so that an answer holds for each value', () => {
    const cloud = new SmallCloud()
      .network('n', '10.0.0.0/24')
      .open('all', 'ingress tcp 1 10.0.0.0/24', 'ingress tcp 2 10.0.0.128/25')
      .port('a', 'n', '10.0.0.10', ['all'])
      .add('networking_port', 'x', {
        network_id: id('networking_network', 'n'),
        security_group_ids: [id('networking_secgroup', 'all')],
      });
    const from = (service: string, reading: 'may' | 'must') =>
      cloud.ask(undefined, reading).passes('x', '@openstack_networking_port_v2.x', 'a', '10.0.0.10', service);
    expect([from('tcp/1', 'may'), from('tcp/1', 'must')]).toEqual([true, true]);
    expect([from('tcp/2', 'may'), from('tcp/2', 'must')]).toEqual([true, false]);
  });
});
