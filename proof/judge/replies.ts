import type { IntervalSet } from '../packets/interval-set';
import type { Relation } from '../packets/packet-algebra';
import { portServices } from '../packets/service-line';
import type { EndpointClass } from '../reach/endpoint-class';
import type { Reachability } from '../reach/reachability';

/** Client ports (RFC 6335): what replies are sent to. */
const EPHEMERAL = [49_152, 65_535] as const;

/**
 * Whether replies come back. A stateful group remembers the connection; a stateless one needs rules of its own for
 * TCP and UDP replies, to whatever port the client chose.
 */
export function repliesPass(reach: Reachability, from: EndpointClass, to: EndpointClass): boolean {
  return (
    (!isStateless(reach, to) || admits(reach, to.egress, from.owns)) &&
    (!isStateless(reach, from) || admits(reach, from.ingress, to.owns))
  );
}

function isStateless(reach: Reachability, one: EndpointClass): boolean {
  return one.groups.some((id) => reach.filters.groupOf(id)?.stateful === false);
}

function admits({ algebra: { lines, relations } }: Reachability, relation: Relation, others: IntervalSet): boolean {
  const replies = lines.unionAll([portServices(lines, 6, ...EPHEMERAL), portServices(lines, 17, ...EPHEMERAL)]);
  return relations.includes(relation, relations.box(others, replies));
}
