import type { EmittedStack } from '../../../model/emitted-stack';
import type { NetworkDriver } from '../../../model/intent';
import { servicePoint } from '../../../proof/packets/service-line';
import type { EndpointClass } from '../../../proof/reach/endpoint-class';
import { Reachability } from '../../../proof/reach/reachability';
import { readStacks } from '../../../proof/reading/read-stacks';
import { readWorld } from '../../../proof/reading/read-world';
import type { NetworkWorld } from '../../../proof/world/network-world';

type Values = Readonly<Record<string, unknown>>;

/** OpenStack resources as cdk.tf.json writes them, put together by hand in few words. */
export class SmallCloud {
  private readonly resources: Record<string, Record<string, Values>> = {};
  private readonly data: Record<string, Record<string, Values>> = {};

  /** Adds `openstack_TYPE_v2.NAME`; a later one of the same name replaces it. */
  add(type: string, name: string, values: Values = {}): this {
    const kind = type.startsWith('openstack_') ? type : `openstack_${type}_v2`;
    const named = this.resources[kind] ?? {};
    named[name] = values;
    this.resources[kind] = named;
    return this;
  }

  adopt(type: string, name: string, values: Values = {}): this {
    const named = this.data[`openstack_${type}_v2`] ?? {};
    named[name] = values;
    this.data[`openstack_${type}_v2`] = named;
    return this;
  }

  /** A network with one subnet `NAME` (and `NAME-6` where a second block is given). */
  network(name: string, cidr: string, values: Values = {}, cidr6?: string): this {
    this.add('networking_network', name, { name, ...values });
    this.subnet(name, name, cidr);
    return cidr6 === undefined ? this : this.subnet(`${name}-6`, name, cidr6);
  }

  subnet(name: string, network: string, cidr: string, values: Values = {}): this {
    return this.add('networking_subnet', name, { network_id: id('networking_network', network), cidr, ...values });
  }

  group(name: string, values: Values = {}): this {
    return this.add('networking_secgroup', name, { name, delete_default_rules: true, ...values });
  }

  /** A rule in few words: `rule('web', 'ingress tcp 443-444 10.0.0.0/8')`; `any`, a block or `@group` is the other end. */
  rule(group: string, words: string, values: Values = {}): this {
    const [direction, protocol, ports = '', remote = 'any'] = words.split(' ');
    const [from, to] = ports === '' || ports === '-' ? [] : ports.split('-').map(Number);
    const name = `${group}-${Object.keys(this.resources['openstack_networking_secgroup_rule_v2'] ?? {}).length}`;
    return this.add('networking_secgroup_rule', name, {
      security_group_id: id('networking_secgroup', group),
      direction,
      ethertype: remote.includes(':') ? 'IPv6' : 'IPv4',
      ...(protocol !== 'any' && { protocol }),
      ...(from !== undefined && { port_range_min: from }),
      ...((to ?? from) !== undefined &&
        !(to === undefined && protocol?.includes('icmp')) && { port_range_max: to ?? from }),
      ...(remote.startsWith('@') && { remote_group_id: id('networking_secgroup', remote.slice(1)) }),
      ...(!remote.startsWith('@') && remote !== 'any' && { remote_ip_prefix: remote }),
      ...values,
    });
  }

  rules(group: string, ...rules: string[]): this {
    for (const words of rules) this.rule(group, words);
    return this;
  }

  /** A group that lets everything out, and in what `rules` say. */
  open(name: string, ...rules: string[]): this {
    return this.group(name).rules(name, 'egress any', 'egress any - ::/0', ...rules);
  }

  port(
    name: string,
    network: string,
    addresses: string | readonly string[],
    groups: readonly string[] = [],
    values: Values = {},
  ): this {
    return this.add('networking_port', name, {
      network_id: id('networking_network', network),
      fixed_ip: [addresses].flat().map((ip_address) => ({ ip_address })),
      security_group_ids: groups.map((group) => id('networking_secgroup', group)),
      ...values,
    });
  }

  /** A router on the subnets named, with their gateway addresses. */
  router(name: string, subnets: readonly string[], values: Values = {}): this {
    this.add('networking_router', name, { name, ...values });
    for (const subnet of subnets)
      this.add('networking_router_interface', `${name}-${subnet}`, {
        router_id: id('networking_router', name),
        subnet_id: id('networking_subnet', subnet),
      });
    return this;
  }

  stack(
    name = 'cloud',
    inputs: EmittedStack['inputs'] = {},
    output: EmittedStack['definition']['output'] = {},
  ): EmittedStack {
    return { name, definition: { resource: this.resources, data: this.data, output }, inputs, places: {} };
  }

  world(): NetworkWorld {
    return readWorld(readStacks([this.stack()]));
  }

  ask(driver: NetworkDriver = ovs, reading: 'may' | 'must' = 'may'): Question {
    return new Question(new Reachability({ world: this.world(), driver, reading }));
  }
}

export function id(type: string, name: string, attribute = 'id'): string {
  return `\${openstack_${type}_v2.${name}.${attribute}}`;
}

export const ovs: NetworkDriver = { driver: 'ovs', release: 'zed' };
export const ovn: NetworkDriver = { driver: 'ovn', release: 'zed' };
export const anyDriver: NetworkDriver = { driver: 'unknown', release: 'unknown' };

/** Single packets put to a reachability. */
export class Question {
  constructor(readonly reach: Reachability) {}

  /** Whether a packet that `from` sends from one address to another is received by `to`. */
  passes(from: string, source: string, to: string, destination: string, service: string): boolean {
    const passing = this.reach.between(this.class(from), this.class(to));
    return this.reach.algebra.has(passing, this.packet(source, destination, service));
  }

  /** The same where the sender uses the routes of its subnets only. */
  usually(from: string, source: string, to: string, destination: string, service: string): boolean {
    const passing = this.reach.usual(this.class(from)).get(this.class(to)) ?? this.reach.algebra.none;
    return this.reach.algebra.has(passing, this.packet(source, destination, service));
  }

  private packet(source: string, destination: string, service: string) {
    const { line } = this.reach;
    const [protocol = '', value = '0'] = service.split('/');
    const numbers: Readonly<Record<string, number>> = {
      tcp: 6,
      udp: 17,
      sctp: 132,
      icmp: 1,
      icmpv6: 58,
      dccp: 33,
      gre: 47,
    };
    const number = numbers[protocol] as number;
    const point = servicePoint(number, protocol.startsWith('icmp') ? Number(value) * 256 : Number(value));
    return {
      source: line.set(source)?.bounds[0] as number,
      destination: line.set(destination)?.bounds[0] as number,
      service: point,
    };
  }

  class(name: string): EndpointClass {
    const found = this.reach.classes.find(
      (one) =>
        one.key === name ||
        one.members.some((port) => port.id.endsWith(`.${name}`)) ||
        (one.balancer?.id.endsWith(`.${name}`) && one.key.startsWith('front')) ||
        one.beyond?.id.endsWith(`.${name}`),
    );
    if (!found) throw new Error(`no class ${name} in ${this.reach.classes.map((one) => one.key).join(', ')}`);
    return found;
  }
}
