import type { AddressLine, Reading } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import { readBlock } from '../packets/ip-block';
import type { PacketAlgebra, Relation } from '../packets/packet-algebra';
import { portServices } from '../packets/service-line';
import type { LoadBalancer } from '../world/load-balancer';
import type { Network } from '../world/network';
import type { NetworkWorld } from '../world/network-world';
import type { Port } from '../world/port';
import type { EndpointClass } from './endpoint-class';
import { type Outsider, outsidersOf } from './outsiders';
import type { RuleFilters } from './rule-filter';
import type { Wires } from './wires';

/** The symbol for the address from which a load balancer speaks to members on one subnet. */
export function stationSymbol(lb: LoadBalancer, subnet: string): string {
  return `@${lb.id}~${subnet}`;
}

/** Sorts the ends of a world into classes. */
export class EndpointClasses {
  private readonly subnets = new Map<string, { readonly id: string; readonly block: ReturnType<typeof readBlock> }[]>();

  constructor(
    private readonly world: NetworkWorld,
    private readonly algebra: PacketAlgebra,
    private readonly line: AddressLine,
    private readonly wires: Wires,
    private readonly filters: RuleFilters,
    private readonly reading: Reading,
  ) {
    for (const { id, network, cidr } of world.subnets)
      this.subnets.set(network, [...(this.subnets.get(network) ?? []), { id, block: readBlock(cidr) }]);
  }

  /** Every class; strangers live beyond the `outer` networks. */
  all(outer: readonly Network[], routerAddresses: (wire: string) => IntervalSet): EndpointClass[] {
    const secured = [...this.grouped()].map(([key, ports]) => this.ofPorts(key, ports));
    const balancers = this.world.loadBalancers.flatMap((lb) => this.ofBalancer(lb));
    const known = [...secured, ...balancers];
    const owned = new Map<string, IntervalSet[]>();
    for (const one of known) owned.set(one.wire, [...(owned.get(one.wire) ?? []), one.owns]);
    const taken = (wire: string) => this.algebra.lines.unionAll([...(owned.get(wire) ?? []), routerAddresses(wire)]);
    const takenOn = new Map([...owned.keys()].map((wire) => [wire, taken(wire)]));
    return [
      ...known.map((one) => this.opened(one, takenOn.get(one.wire) ?? this.algebra.lines.empty)),
      ...this.beyond(outer, (wire) => takenOn.get(wire) ?? taken(wire)),
      ...outsidersOf(this.world).map((one) => this.outside(one, taken(this.wires.of(one.network)))),
    ];
  }

  /** Which subnets a port has addresses in; its gateways and host routes are theirs. */
  subnetsOf(port: Port): string[] {
    const own = this.subnets.get(port.network) ?? [];
    const found = port.addresses.flatMap((address) => {
      const at = readBlock(address);
      if (!at) return own[0]?.id ?? [];
      return (
        own.find(
          ({ block }) => block && block.family === at.family && block.first <= at.first && at.first <= block.last,
        )?.id ?? []
      );
    });
    return [...new Set(found)].sort();
  }

  filtersOf(groups: readonly string[]): { egress: Relation; ingress: Relation } {
    const all = groups.map((group) => this.filters.of(group));
    const { relations } = this.algebra;
    return {
      egress: relations.unionAll(all.map((one) => one.egress)),
      ingress: relations.unionAll(all.map((one) => one.ingress)),
    };
  }

  private grouped(): Map<string, Port[]> {
    const byKey = new Map<string, Port[]>();
    for (const port of this.world.ports) {
      const key = this.keyOf(port);
      const same = byKey.get(key);
      if (same) same.push(port);
      else byKey.set(key, [port]);
    }
    return byKey;
  }

  private keyOf(port: Port): string {
    if (!port.security || port.pairs.length > 0 || this.isDistrusted(port)) return `port ${port.id}`;
    return `${port.network} ${this.subnetsOf(port)} ${port.project} ${port.groups}`;
  }

  private isDistrusted(port: Port): boolean {
    return this.world.unknowns.some(({ touches }) => touches.kind === 'port' && touches.id === port.id);
  }

  private ofPorts(key: string, members: readonly Port[]): EndpointClass {
    const first = members[0] as Port;
    const own = this.line.sets(members.flatMap((port) => [...port.addresses, ...port.pairs]));
    const open = !first.security || (this.reading === 'may' && this.isDistrusted(first));
    const all = this.filters.everything;
    return {
      key,
      wire: this.wires.of(first.network),
      members,
      groups: first.security ? first.groups : [],
      sources: first.security ? own : this.line.everything,
      owns: own,
      receives: own,
      ...(open ? { egress: all, ingress: all } : this.filtersOf(first.groups)),
    };
  }

  /** A station without port security also takes what is for nobody else on its wire. */
  private opened(one: EndpointClass, taken: IntervalSet): EndpointClass {
    if (one.members[0]?.security !== false) return one;
    const free = this.algebra.lines.subtract(this.line.everything, taken);
    return { ...one, receives: this.algebra.lines.union(one.owns, free) };
  }

  /** The listener side on the wire of its address, and a station on every subnet from which it speaks to members. */
  private ofBalancer(lb: LoadBalancer): EndpointClass[] {
    const { lines, relations } = this.algebra;
    const address = this.line.set(lb.address) ?? lines.empty;
    const members = lb.listeners.flatMap((listener) => listener.members.map((member) => ({ listener, member })));
    const egress = relations.unionAll(
      members.map(({ listener, member }) =>
        relations.box(
          this.line.set(member.address) ?? lines.empty,
          portServices(lines, listener.protocol, member.port, member.port),
        ),
      ),
    );
    const ingress = relations.unionAll(
      lb.listeners.map((one) =>
        relations.box(
          one.allowedPrefixes.length > 0 ? this.line.sets(one.allowedPrefixes) : this.line.everything,
          portServices(lines, one.protocol, one.port, one.port),
        ),
      ),
    );
    const shared = { members: [], balancer: lb, groups: [] };
    const front = {
      ...shared,
      key: `front ${lb.id}`,
      wire: this.wires.of(lb.network),
      sources: lines.empty,
      owns: address,
      receives: address,
    };
    const stations = lb.subnets.map((id) => {
      const network = this.world.subnets.find((subnet) => subnet.id === id)?.network ?? lb.network;
      const station = this.line.set(stationSymbol(lb, id)) ?? lines.empty;
      const sources = network === lb.network ? lines.union(station, address) : station;
      const back = {
        ...shared,
        key: `station ${lb.id} ${id}`,
        wire: this.wires.of(network),
        sources,
        owns: lines.empty,
      };
      return { ...back, receives: lines.empty, egress, ingress: relations.empty };
    });
    return [{ ...front, egress: relations.empty, ingress }, ...stations];
  }

  /** Whatever another project may attach: in `must` nothing, in `may` a port with groups of its own, or a router. */
  private outside(outsider: Outsider, taken: IntervalSet): EndpointClass {
    const { lines, relations } = this.algebra;
    const { network, target, routed } = outsider;
    const cidrs = this.world.subnets.filter((subnet) => subnet.network === network).map(({ cidr }) => cidr);
    const free = lines.subtract(routed ? this.line.everything : this.line.sets(cidrs), taken);
    const own = this.reading === 'may' ? free : lines.empty;
    const all = this.reading === 'may' ? this.filters.everything : relations.empty;
    return {
      key: `outsider ${network} ${target}`,
      wire: this.wires.of(network),
      members: [],
      outsider,
      groups: [],
      sources: own,
      owns: own,
      receives: own,
      egress: all,
      ingress: all,
    };
  }

  /** Strangers beyond the outer networks. Their uplink lets nobody in who claims an address of another wire. */
  private beyond(outer: readonly Network[], taken: (wire: string) => IntervalSet): EndpointClass[] {
    const { lines } = this.algebra;
    const everything = this.filters.everything;
    return [...new Set(outer.map((network) => this.wires.of(network.id)))].map((wire) => {
      const elsewhere = this.world.subnets.filter((subnet) => this.wires.of(subnet.network) !== wire);
      const claims = lines.subtract(this.line.everything, this.line.sets(elsewhere.map((subnet) => subnet.cidr)));
      const own = lines.subtract(claims, taken(wire));
      return {
        key: `beyond ${wire}`,
        wire,
        members: [],
        beyond: outer.find((network) => this.wires.of(network.id) === wire) as (typeof outer)[number],
        groups: [],
        sources: own,
        owns: lines.empty,
        receives: own,
        egress: everything,
        ingress: everything,
      };
    });
  }
}
