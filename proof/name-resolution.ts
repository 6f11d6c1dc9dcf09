import type { Text } from '../model/text';
import type { NamedEnds } from './judge/named-ends';
import { holdsAddress } from './packets/address-line';
import type { IntervalSet } from './packets/interval-set';
import type { EndpointClass } from './reach/endpoint-class';
import type { Reachability } from './reach/reachability';

/** A name that a person typed, as one class and the addresses of it that are meant. */
export interface NamedClass {
  readonly one: EndpointClass;
  readonly addresses: IntervalSet;
}

/** No end has this name; `near` are those that look like it. */
export interface UnknownName {
  readonly name: string;
  readonly near: readonly string[];
  readonly message: Text;
}

/**
 * Finds the ends that a name means: the label of an end (`finance/budget/app`) or the beginning of one (`finance/budget`),
 * a port, server or load balancer by id or name, an address, a tenant, or `outside`.
 */
export function findEnds(reach: Reachability, ends: NamedEnds, name: string): readonly NamedClass[] | UnknownName {
  const found = reach.classes.flatMap((one): NamedClass[] => {
    const addresses = addressesOf(reach, ends, one, name);
    return addresses && addresses !== reach.algebra.lines.empty ? [{ one, addresses }] : [];
  });
  return found.length > 0 ? found : unknownName(name, everyName(reach, ends));
}

function addressesOf(reach: Reachability, ends: NamedEnds, one: EndpointClass, name: string): IntervalSet | undefined {
  const { label, tenant } = ends.of(one);
  if (label === name || label.startsWith(`${name}/`) || tenant === name) return whole(reach, one);
  if (one.beyond) {
    if (name === 'outside' || one.beyond.id === name || one.beyond.name === name) return one.sources;
    return holdsAddress(reach.line, one.sources, name) ? reach.line.set(name) : undefined;
  }
  if (one.balancer && [one.balancer.id, one.balancer.name, one.balancer.address].includes(name))
    return whole(reach, one);
  const ports = one.members.filter(
    (port) =>
      [port.id, port.name, port.device].includes(name) || port.id.endsWith(`.${name}`) || port.addresses.includes(name),
  );
  if (ports.length === 0) return undefined;
  const exact = ports.some((port) => port.addresses.includes(name));
  return exact ? reach.line.set(name) : reach.line.sets(ports.flatMap((port) => port.addresses));
}

function whole({ algebra: { lines } }: Reachability, one: EndpointClass): IntervalSet {
  return lines.union(one.owns, one.beyond || one.balancer ? one.sources : lines.empty);
}

function everyName(reach: Reachability, ends: NamedEnds): string[] {
  const names = reach.classes.flatMap((one) => [
    ends.of(one).label,
    ends.of(one).tenant,
    one.balancer?.name,
    ...one.members.flatMap((port) => [port.name, port.id]),
  ]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

function unknownName(name: string, names: readonly string[]): UnknownName {
  const near = names
    .map((other) => ({ other, away: distance(name, other) }))
    .filter(({ away }) => away <= Math.max(2, name.length / 3))
    .sort((a, b) => a.away - b.away || (a.other < b.other ? -1 : 1))
    .slice(0, 3)
    .map(({ other }) => other);
  const hint =
    near.length > 0 ? { en: `; did you mean ${near.join(' or ')}?`, zh: `；是否指 ${near.join(' 或 ')}？` } : undefined;
  return {
    name,
    near,
    message: { en: `nothing is named ${name}${hint?.en ?? ''}`, zh: `没有名为 ${name} 的端点${hint?.zh ?? ''}` },
  };
}

/** How many letters to add, drop or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
