import type { IpFamily } from '../cidr';
import type { PortRange } from '../flow';
import { byKey, stableHash } from '../stable-hash';
import { type DecidedEnd, type DecidedFlow, portText } from './ends';
import type { RuleDesign, SecurityGroupDesign } from './security-group-design';

/** A group before its rules. */
export interface GroupPlace {
  readonly key: string;
  readonly name: string;
  readonly project: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly place: string;
}

/** The groups that stand for one wanted group: itself, and further ones where it has too many rules. */
export type DecidedGroups = ReadonlyMap<string, readonly SecurityGroupDesign[]>;

/** The provider writes the rules of one group one after the other: 200 took 32 s, four groups of 50 took 19 s. */
export const RULES_PER_GROUP = 50;
/** Neutron's limit for a description. */
const DESCRIPTION_LENGTH = 255;

/**
 * Every flow as rules on both of its ends. What two flows ask for alike is one rule with both of their names, since
 * Neutron refuses a second one.
 */
export function decideGroups(places: readonly GroupPlace[], flows: readonly DecidedFlow[]): DecidedGroups {
  const rules = new Map<string, Map<string, RuleDesign>>(places.map((one) => [one.key, new Map()]));
  for (const { flow, from, to } of flows) {
    const words = `${flow.id} ${flow.purpose}`;
    add(rules, from, 'egress', to, flow.ports, words, flow.place);
    add(rules, to, 'ingress', from, flow.ports, words, flow.place);
  }
  return new Map(places.map((place) => [place.key, split(place, [...(rules.get(place.key)?.values() ?? [])])]));
}

function add(
  rules: ReadonlyMap<string, Map<string, RuleDesign>>,
  at: DecidedEnd,
  direction: RuleDesign['direction'],
  other: DecidedEnd,
  ports: readonly PortRange[],
  words: string,
  place: string,
): void {
  if (at.groups.length === 0) return;
  for (const fresh of rulesFor(at, direction, other, ports, words.slice(0, DESCRIPTION_LENGTH), place)) {
    for (const group of at.groups) {
      const own = rules.get(group);
      const known = own?.get(fresh.key);
      own?.set(fresh.key, known ? { ...known, description: joined(known.description, words) } : fresh);
    }
  }
}

/** One rule for each prefix of the other end whose family this end has, and each range of ports. */
function rulesFor(
  at: DecidedEnd,
  direction: RuleDesign['direction'],
  other: DecidedEnd,
  ports: readonly PortRange[],
  description: string,
  place: string,
): readonly RuleDesign[] {
  const families = new Set(at.end.prefixes.map(familyOf));
  const rules: RuleDesign[] = [];
  for (const remotePrefix of other.end.prefixes) {
    const family = familyOf(remotePrefix);
    if (!families.has(family)) continue;
    for (const port of ports) {
      const { protocol, from, to } = port;
      const key = `${direction} ${portText(port)} ${remotePrefix}`;
      rules.push(
        protocol === 'icmp'
          ? { key, direction, family, protocol, remotePrefix, description, place }
          : { key, direction, family, protocol, ports: { from, to }, remotePrefix, description, place },
      );
    }
  }
  return rules;
}

function familyOf(prefix: string): IpFamily {
  return prefix.includes(':') ? 6 : 4;
}

function joined(before: string, words: string): string {
  if (before.split('; ').includes(words)) return before;
  const both = `${before}; ${words}`;
  return both.length <= DESCRIPTION_LENGTH ? both : before;
}

/** A rule's own words decide its part, so that others stay where they are when one comes or goes. */
function split(place: GroupPlace, rules: readonly RuleDesign[]): SecurityGroupDesign[] {
  for (let parts = 1; ; parts *= 2) {
    const buckets = Array.from({ length: parts }, (): RuleDesign[] => []);
    for (const rule of rules) buckets[parts === 1 ? 0 : stableHash(rule.key) % parts]?.push(rule);
    if (buckets.every((bucket) => bucket.length <= RULES_PER_GROUP))
      return buckets.map((bucket, index) => ({
        ...place,
        key: part(place.key, index),
        name: part(place.name, index),
        rules: bucket.sort((a, b) => byKey(a.key, b.key)),
      }));
  }
}

function part(name: string, index: number): string {
  return index === 0 ? name : `${name}.${index + 1}`;
}

/** Keys of all groups that stand for the wanted ones. */
export function groupKeys(groups: DecidedGroups, wanted: readonly string[]): readonly string[] {
  return wanted.flatMap((key) => (groups.get(key) ?? []).map((one) => one.key));
}
