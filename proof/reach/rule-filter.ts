import type { DriverBehaviour } from '../facts/driver-behaviour';
import type { AddressLine, Reading } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import type { PacketAlgebra, Relation } from '../packets/packet-algebra';
import { allServices, icmpServices, isIcmp, portServices, wholeProtocol } from '../packets/service-line';
import type { NetworkWorld } from '../world/network-world';
import type { Port } from '../world/port';
import type { Rule, SecurityGroup } from '../world/security-group';

/** What a group lets its ports send and receive: addresses of the other end, and services with each. */
export interface GroupFilter {
  readonly egress: Relation;
  readonly ingress: Relation;
}

/**
 * Security groups as relations. A port's filter is the union of those of its groups: rules only ever allow.
 *
 * Laws, held by test/property/proof/reachability.test.ts: order, duplicates, splitting and merging of rules change nothing.
 */
export class RuleFilters {
  private readonly rules = new Map<string, Rule[]>();
  private readonly members = new Map<string, Port[]>();
  private readonly addresses = new Map<string, IntervalSet>();
  private readonly filters = new Map<string, GroupFilter>();
  private readonly groups: ReadonlyMap<string, SecurityGroup>;
  private readonly distrusted: ReadonlySet<string>;

  constructor(
    private readonly world: NetworkWorld,
    private readonly algebra: PacketAlgebra,
    private readonly line: AddressLine,
    private readonly driver: DriverBehaviour,
    private readonly reading: Reading,
  ) {
    for (const rule of world.rules) push(this.rules, rule.group, rule);
    for (const port of world.ports) for (const group of port.groups) push(this.members, group, port);
    this.groups = new Map(world.groups.map((group) => [group.id, group]));
    const touched = world.unknowns.flatMap(({ touches }) => (touches.kind === 'group' ? [touches.id] : []));
    this.distrusted = new Set([...touched, ...world.groups.filter((group) => !group.known).map((group) => group.id)]);
  }

  get everything(): Relation {
    return this.algebra.relations.box(this.line.everything, allServices(this.algebra.lines));
  }

  /** What one group allows. */
  of(group: string): GroupFilter {
    const known = this.filters.get(group);
    if (known) return known;
    const made = this.compute(group, this.rules.get(group) ?? []);
    this.filters.set(group, made);
    return made;
  }

  /** The same filters with other rules in one group. */
  withRules(group: string, rules: readonly Rule[]): RuleFilters {
    const others = this.world.rules.filter((rule) => rule.group !== group);
    const changed = Object.create(RuleFilters.prototype) as RuleFilters;
    Object.assign(changed, this, {
      world: { ...this.world, rules: [...others, ...rules] },
      rules: new Map(this.rules).set(group, [...rules]),
      filters: new Map(this.filters),
    });
    changed.filters.delete(group);
    return changed;
  }

  rulesOf(group: string): readonly Rule[] {
    return this.rules.get(group) ?? [];
  }

  groupOf(id: string): SecurityGroup | undefined {
    return this.groups.get(id);
  }

  /** Whether the rules of a group are all known. */
  isTrusted(group: string): boolean {
    return !this.distrusted.has(group);
  }

  /** One rule: the addresses of the other end, all with the same services. */
  rule(rule: Rule): { readonly addresses: IntervalSet; readonly services: IntervalSet } {
    const family = this.line.family(rule.family);
    return { addresses: this.algebra.lines.intersect(this.remote(rule), family), services: this.services(rule) };
  }

  private compute(group: string, rules: readonly Rule[]): GroupFilter {
    const open = this.reading === 'may' && this.distrusted.has(group);
    if (open) return { egress: this.everything, ingress: this.everything };
    const egress = this.groups.get(group)?.defaultRules ? [this.everything] : [];
    const ingress = [this.admitted(rules, 'ingress')];
    egress.push(this.admitted(rules, 'egress'));
    return { egress: this.algebra.relations.unionAll(egress), ingress: this.algebra.relations.unionAll(ingress) };
  }

  private admitted(rules: readonly Rule[], direction: Rule['direction']): Relation {
    const own = rules.filter((rule) => rule.direction === direction).map((rule) => this.rule(rule));
    return this.algebra.relations.boxes(own.map(({ addresses, services }) => ({ keys: addresses, value: services })));
  }

  private remote(rule: Rule): IntervalSet {
    const { lines } = this.algebra;
    switch (rule.remote.kind) {
      case 'any':
        return this.line.everything;
      case 'prefix':
        return this.line.set(rule.remote.prefix) ?? this.unclear();
      case 'group':
        return this.memberAddresses(rule.remote.group);
      case 'address-group': {
        const { group } = rule.remote;
        const listed = this.world.addressGroups.find((one) => one.id === group);
        if (this.driver.has('address-group-admits-all')) return this.line.everything;
        return listed ? this.line.sets(listed.prefixes) : this.unclear();
      }
      case 'unknown':
        return this.unclear();
      default:
        return lines.empty;
    }
  }

  private unclear(): IntervalSet {
    return this.reading === 'may' ? this.line.everything : this.algebra.lines.empty;
  }

  /** Every address that a member of the group may have. */
  private memberAddresses(group: string): IntervalSet {
    const known = this.addresses.get(group);
    if (known) return known;
    const members = this.members.get(group) ?? [];
    const withPairs = members.some((port) => port.pairs.length > 0) && !this.driver.has('remote-group-without-pairs');
    const own = this.line.sets(
      members.flatMap((port) => (withPairs ? [...port.addresses, ...port.pairs] : port.addresses)),
    );
    // A group that is known from outside may have members from outside.
    const declared = this.groups.get(group);
    const foreign = declared?.known !== true || declared.shared === true;
    const made = foreign && this.reading === 'may' ? this.line.everything : own;
    this.addresses.set(group, made);
    return made;
  }

  private services(rule: Rule): IntervalSet {
    const { lines } = this.algebra;
    const { protocol, from, to } = rule;
    if (protocol === undefined) return allServices(lines);
    if (from === undefined) return wholeProtocol(lines, protocol);
    if (isIcmp(protocol)) return icmpServices(lines, protocol as 1 | 58, from, to);
    const rare = protocol === 33 || protocol === 136;
    if (rare && this.driver.has('ports-of-rare-protocols-ignored')) return wholeProtocol(lines, protocol);
    return portServices(lines, protocol, from, to ?? from);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
