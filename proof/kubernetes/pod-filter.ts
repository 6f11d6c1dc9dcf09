import type { Reading } from '../packets/address-line';
import type { IntervalSet } from '../packets/interval-set';
import type { Relation } from '../packets/packet-algebra';
import type { PodClass } from './pod-classes';
import type { PodLine } from './pod-line';
import type { AdminPolicy, Direction, PodPolicy, Rule } from './pod-policy';
import type { PodWorld } from './pod-world';

type Outcome = 'Allow' | 'Deny';

/**
 * What a pod may send, or receive, by the policies that are about it: a relation from the other side to services.
 *
 * Three tiers, the first that decides wins (network-policy-api, "Policy precedence"): rules of administrators in the
 * order of their priority, of which `Pass` leaves the rest of the tier; NetworkPolicies, whose admissions are added up
 * and which refuse everything else; the baseline. What nobody refuses passes. Where two policies have one priority,
 * the API leaves open which is asked first, so both orders count.
 */
export class PodFilter {
  private readonly policies = new Map<number, PodPolicy[]>();
  private readonly admins = new Map<number, AdminPolicy[]>();
  private readonly known = new Map<string, Relation>();
  private readonly ruleSets = new Map<Rule, Map<string, Relation>>();
  private readonly everything: Relation;
  /** Policies by number, so that classes with the same ones share a result. */
  private readonly numbers = new Map<PodPolicy | AdminPolicy, number>();

  constructor(
    private readonly line: PodLine,
    world: PodWorld,
  ) {
    this.everything = line.algebra.relations.box(line.everybody, line.services);
    const { classes } = line;
    for (const policy of world.policies)
      this.attach(this.policies, policy, line.select(classes.namespace(policy.namespace), policy.subject, 'may'));
    for (const policy of [...world.adminPolicies].sort((a, b) => a.priority - b.priority)) {
      const { namespaces, pods } = policy.subject;
      this.attach(this.admins, policy, line.select(classes.namespaces(namespaces), pods, 'may'));
    }
  }

  /** `may`: what passes in some reading of the rules; `must`: what passes in each. */
  passes(one: PodClass, direction: Direction, reading: Reading): Relation {
    const key = `${this.likeness(one, direction)} ${direction} ${reading}`;
    const known = this.known.get(key);
    if (known) return known;
    const made = reading === 'may' ? this.may(one, direction) : this.must(one, direction);
    this.known.set(key, made);
    return made;
  }

  /** The policies that may be about a class: administrators' in the order in which they are asked, then the others. */
  about({ index }: PodClass): { readonly admins: readonly AdminPolicy[]; readonly policies: readonly PodPolicy[] } {
    return { admins: this.admins.get(index) ?? [], policies: this.policies.get(index) ?? [] };
  }

  /** Equal for classes about which the same rules say the same. */
  private likeness({ index, binding, hostNetwork }: PodClass, direction: Direction): string {
    const about = [...(this.policies.get(index) ?? []), ...(this.admins.get(index) ?? [])];
    const numbers = about.map((policy) => this.numbers.get(policy));
    return `${numbers.join(',')} ${direction === 'ingress' ? binding : ''} ${hostNetwork}`;
  }

  /** Whether a policy may not apply at all: what shares its node's network passes everywhere then. */
  private may(one: PodClass, direction: Direction): Relation {
    return one.hostNetwork ? this.everything : this.ending('Allow', one, direction);
  }

  private must(one: PodClass, direction: Direction): Relation {
    return this.line.algebra.relations.subtract(this.everything, this.ending('Deny', one, direction));
  }

  /** What may end so. */
  private ending(outcome: Outcome, one: PodClass, direction: Direction): Relation {
    const { relations } = this.line.algebra;
    const admins = this.admins.get(one.index) ?? [];
    const tier = (name: AdminPolicy['tier']) => admins.filter((policy) => policy.tier === name);
    const first = this.ordered(outcome, tier('admin'), one, direction);
    const isolating = (this.policies.get(one.index) ?? []).filter((policy) => policy.rules[direction]);
    if (isolating.length > 0) {
      const rules = isolating.flatMap((policy) => (policy.rules[direction] ?? []).map((rule) => ({ policy, rule })));
      const sets = (reading: Reading) =>
        relations.unionAll(
          rules.map(({ policy, rule }) => this.matches(rule, policy.namespace, one, direction, reading)),
        );
      const second = outcome === 'Allow' ? sets('may') : relations.subtract(this.everything, sets('must'));
      return relations.union(first.ended, relations.intersect(first.open, second));
    }
    const third = this.ordered(outcome, tier('baseline'), one, direction);
    const last = outcome === 'Allow' ? relations.union(third.ended, third.open) : third.ended;
    return relations.union(first.ended, relations.intersect(first.open, last));
  }

  /** Rules of one tier in their order: what may end in `outcome`, and what may be left to the next tier. */
  private ordered(
    outcome: Outcome,
    policies: readonly AdminPolicy[],
    one: PodClass,
    direction: Direction,
  ): { readonly ended: Relation; readonly open: Relation } {
    const { relations } = this.line.algebra;
    let [ended, passed, decided] = [relations.empty, relations.empty, relations.empty];
    for (const group of byPriority(policies)) {
      const decisions = group.map((policy) => {
        let before = decided;
        for (const rule of policy.rules[direction]) {
          const hit = relations.subtract(this.matches(rule, '', one, direction, 'may'), before);
          if (rule.action === outcome) ended = relations.union(ended, hit);
          if (rule.action === 'Pass') passed = relations.union(passed, hit);
          before = relations.union(before, this.matches(rule, '', one, direction, 'must'));
        }
        return before;
      });
      decided = relations.unionAll([decided, ...decisions]);
    }
    return { ended, open: relations.union(passed, relations.subtract(this.everything, decided)) };
  }

  /** What a rule of a policy in `namespace` means: the other side, and services. Names of ports are those of the pod that receives. */
  matches(rule: Rule, namespace: string, one: PodClass, direction: Direction, reading: Reading): Relation {
    const named = rule.ports?.some((port) => 'name' in port) ?? false;
    const key = `${reading} ${named && direction === 'ingress' ? one.binding : ''}`;
    const sets = this.ruleSets.get(rule) ?? new Map<string, Relation>();
    this.ruleSets.set(rule, sets);
    const known = sets.get(key);
    if (known) return known;
    const { relations, lines } = this.line.algebra;
    const peers = rule.peers
      ? lines.unionAll(rule.peers.map((peer) => this.line.peer(peer, namespace, reading)))
      : this.line.everybody;
    const services = (receiver: PodClass | undefined) =>
      rule.ports ? this.line.ports(rule.ports, receiver?.named ?? []) : this.line.services;
    const made =
      named && direction === 'egress'
        ? relations.unionAll(
            [...this.byBinding(peers)].map(([receiver, those]) => relations.box(those, services(receiver))),
          )
        : relations.box(peers, services(direction === 'ingress' ? one : undefined));
    sets.set(key, made);
    return made;
  }

  /** The pods of a set by their named ports, and what is no pod. */
  private byBinding(peers: IntervalSet): Map<PodClass | undefined, IntervalSet> {
    const { lines } = this.line.algebra;
    const first = new Map<string, PodClass>();
    const points = new Map<string, [number, number][]>();
    for (const index of this.line.indices(peers)) {
      const one = this.line.classes.all[index] as PodClass;
      first.set(one.binding, first.get(one.binding) ?? one);
      const at = this.line.point(index);
      points.set(one.binding, [...(points.get(one.binding) ?? []), [at, at]]);
    }
    const parts = [...points].map(([binding, of]) => [first.get(binding), lines.of(of)] as const);
    return new Map([[undefined, lines.intersect(peers, this.line.outside)], ...parts]);
  }

  private attach<P extends PodPolicy | AdminPolicy>(to: Map<number, P[]>, policy: P, subject: IntervalSet): void {
    this.numbers.set(policy, this.numbers.size);
    for (const index of this.line.indices(subject)) {
      const list = to.get(index);
      if (list) list.push(policy);
      else to.set(index, [policy]);
    }
  }
}

function byPriority(policies: readonly AdminPolicy[]): readonly (readonly AdminPolicy[])[] {
  const groups = new Map<number, AdminPolicy[]>();
  for (const policy of policies) groups.set(policy.priority, [...(groups.get(policy.priority) ?? []), policy]);
  return [...groups.values()];
}
