import { hasPoint } from '../packets/interval-set';
import type { Relation } from '../packets/packet-algebra';
import type { PodClass } from './pod-classes';
import { type AdminPolicy, type Direction, type PodPolicy, policyName, type Rule } from './pod-policy';
import type { PodReachability } from './pod-reachability';

/** One packet at one side of it: the other side's point on the line, and its service. */
export interface PodPacket {
  readonly other: number;
  readonly service: number;
}

/** What one side's policies say of one packet, and which of them decide it. */
export interface PodRuling {
  readonly passes: 'yes' | 'no' | 'unknown';
  /** Rules that admit it; where none does, the policies that refuse it. Empty where no policy is about the pod. */
  readonly by: readonly RuledBy[];
}

export interface RuledBy {
  readonly policy: string;
  readonly place: string;
  readonly says: 'allows' | 'denies' | 'isolates';
}

/** Asks the tiers in their order, as PodFilter does, and remembers who answered. */
export function ruling(reach: PodReachability, one: PodClass, direction: Direction, packet: PodPacket): PodRuling {
  const passes = (reading: 'may' | 'must') => has(reach, reach.passes(one, direction, reading), packet);
  const { admins, policies } = reach.filter.about(one);
  const decided = new Deciding(reach, one, direction, packet);
  return {
    passes: passes('must') ? 'yes' : passes('may') ? 'unknown' : 'no',
    by:
      decided.first(admins.filter((policy) => policy.tier === 'admin')) ??
      decided.isolation(policies.filter((policy) => policy.rules[direction])) ??
      decided.first(admins.filter((policy) => policy.tier === 'baseline')) ??
      [],
  };
}

class Deciding {
  constructor(
    private readonly reach: PodReachability,
    private readonly one: PodClass,
    private readonly direction: Direction,
    private readonly packet: PodPacket,
  ) {}

  /** The first rule that matches; undefined where none does, or where it passes the question on. */
  first(policies: readonly AdminPolicy[]): readonly RuledBy[] | undefined {
    for (const policy of policies)
      for (const rule of policy.rules[this.direction])
        if (this.matches(rule, ''))
          return rule.action === 'Pass' ? undefined : [by(policy, rule.action === 'Allow' ? 'allows' : 'denies')];
    return undefined;
  }

  isolation(policies: readonly PodPolicy[]): readonly RuledBy[] | undefined {
    if (policies.length === 0) return undefined;
    const admitting = policies.filter((policy) =>
      policy.rules[this.direction]?.some((rule) => this.matches(rule, policy.namespace)),
    );
    if (admitting.length > 0) return admitting.map((policy) => by(policy, 'allows'));
    return policies.map((policy) => by(policy, 'isolates'));
  }

  private matches(rule: Rule, namespace: string): boolean {
    const meant = this.reach.filter.matches(rule, namespace, this.one, this.direction, 'may');
    return has(this.reach, meant, this.packet);
  }
}

function has(reach: PodReachability, relation: Relation, { other, service }: PodPacket): boolean {
  return hasPoint(
    reach.line.algebra.relations.at(relation, (keys) => hasPoint(keys, other)),
    service,
  );
}

function by(policy: PodPolicy | AdminPolicy, says: RuledBy['says']): RuledBy {
  return { policy: policyName(policy), place: policy.place, says };
}
