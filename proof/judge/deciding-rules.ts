import { hasPoint } from '../packets/interval-set';
import { portServices, servicesText } from '../packets/service-line';
import type { PathStep } from '../proof';
import type { EndpointClass } from '../reach/endpoint-class';
import type { Reachability } from '../reach/reachability';

/** The rules of a class's groups that let one packet through, as steps of its way. */
export function rulesFor(
  reach: Reachability,
  one: EndpointClass,
  direction: 'ingress' | 'egress',
  other: number,
  service: number,
): PathStep[] {
  const what = direction === 'egress' ? 'let out' : 'let in';
  return one.groups.flatMap((id): PathStep[] => {
    const group = reach.filters.groupOf(id);
    const own = direction === 'egress' && group?.defaultRules;
    const rules = reach.filters.rulesOf(id).filter((rule) => {
      if (rule.direction !== direction) return false;
      const { addresses, services } = reach.filters.rule(rule);
      return hasPoint(addresses, other) && hasPoint(services, service);
    });
    return [
      ...(own && group
        ? [{ what, resource: group.id, place: group.place, detail: 'Neutron’s own rule: all egress' }]
        : []),
      ...rules.map((rule) => ({
        what,
        resource: rule.id,
        place: rule.place,
        detail: `${direction} ${servicesText(reach.algebra.lines, reach.filters.rule(rule).services)} in ${id}`,
        ...(rule.description !== undefined && { description: rule.description }),
      })),
    ];
  });
}

/** The listeners of a load balancer that take one packet. */
export function listenersFor(reach: Reachability, one: EndpointClass, source: number, service: number): PathStep[] {
  return (one.balancer?.listeners ?? [])
    .filter((listener) => {
      const { allowedPrefixes, protocol, port } = listener;
      const from = allowedPrefixes.length > 0 ? reach.line.sets(allowedPrefixes) : reach.line.everything;
      return hasPoint(from, source) && hasPoint(portServices(reach.algebra.lines, protocol, port, port), service);
    })
    .map((listener) => ({
      what: 'let in',
      resource: listener.id,
      place: listener.place,
      detail: `listens on port ${listener.port}`,
    }));
}
