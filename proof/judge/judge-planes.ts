import { invariants } from '../../model/invariant';
import { businessRoles } from '../../model/plane-role';
import type { Statement } from '../proof';
import { outsidersOf } from '../reach/outsiders';
import type { Reach } from '../reach/reachability';
import type { Case } from './case';
import { Ruling, said } from './ruling';

/** Zones where a gap device stands, with one foot in each plane. */
const EXCHANGE = ['I-EXCH', 'E-EXCH'];
const joins = (a: string, b: string) =>
  said(`it joins ${a} and ${b}, and is no gap device`, `该资源连通 ${a} 与 ${b}，且不是网闸`);

/** INV-1: nothing leads from one business plane to another but a gap device. */
export function judgePlaneIsolation(asked: Case): Statement {
  const ruling = new Ruling({ id: 'INV-1', kind: 'invariant', invariant: 'INV-1', text: invariants['INV-1'] });
  const business = new Set(
    asked.intent?.planes.filter((plane) => businessRoles.includes(plane.role)).map((plane) => plane.key),
  );
  for (const { from, to, packets } of crossing(asked)) {
    const [a, b] = [asked.end(from).plane, asked.end(to).plane];
    if (a === b && a !== undefined) continue;
    if (a !== undefined && b !== undefined && !(business.has(a) && business.has(b))) continue;
    if (a === undefined || b === undefined) {
      const nowhere = a === undefined ? from : to;
      const network = asked.world.networks.find((one) => asked.topology.wires.of(one.id) === nowhere.wire);
      if (a !== b && business.has(a ?? b ?? ''))
        ruling.unknown(network?.place ?? nowhere.wire, `${nowhere.wire} belongs to a known plane`);
      continue;
    }
    const because = said(`packets cross from ${a} to ${b}`, `报文从 ${a} 穿越到 ${b}`);
    asked.nothing(ruling, from, to, packets, (_reach, _from, _to, all) => all, because);
  }
  judgeJoints(asked, business, ruling);
  doubtOutsiders(asked, ruling, (a, b) => a !== b && business.has(a) && business.has(b));
  doubtEverything(asked, ruling);
  return ruling.statement;
}

/** What passes within the parts that are not all of one plane; where there is no such part, no packet is computed. */
function crossing(asked: Case): Iterable<Reach> {
  const mixed = mixedParts(asked);
  return mixed.size === 0 ? [] : asked.reach.all((one) => mixed.has(asked.topology.part(one.wire)));
}

/** Parts that are not all of one known plane; in any other no packet can cross. */
function mixedParts({ topology, planes }: Case): ReadonlySet<string> {
  const found = new Map<string, Set<string | undefined>>();
  for (const wire of topology.inhabited()) {
    const part = topology.part(wire);
    found.set(part, (found.get(part) ?? new Set()).add(planes.of(wire)));
  }
  return new Set([...found].filter(([, own]) => own.size > 1).map(([part]) => part));
}

/** Things with feet in two planes that forward no packet themselves, but could. */
function judgeJoints(asked: Case, business: ReadonlySet<string>, ruling: Ruling): void {
  if (!hasJoints(asked, business)) return;
  const feet = new Map<string, { plane: string; zone: string; place: string }[]>();
  const add = (key: string, plane: string | undefined, zone: string, place: string) => {
    if (plane !== undefined && business.has(plane)) feet.set(key, [...(feet.get(key) ?? []), { plane, zone, place }]);
  };
  for (const one of asked.reach.classes) {
    const { plane, zone } = asked.end(one);
    for (const port of one.members)
      if (port.device ?? port.parent) add(port.device ?? port.parent ?? '', plane, zone?.kind ?? '', port.place);
    if (one.balancer) add(one.balancer.id, plane, zone?.kind ?? '', one.balancer.place);
  }
  for (const router of asked.world.routers)
    for (const side of [...router.interfaces, ...(router.gateway ? [router.gateway] : [])])
      add(router.id, planeOf(asked, side.network), '', router.place);
  for (const [joint, all] of feet) {
    const [first, ...rest] = all;
    const other = rest.find((foot) => foot.plane !== first?.plane);
    if (!first || !other || all.every((foot) => EXCHANGE.includes(foot.zone))) continue;
    ruling.violated(() => ({
      from: joint,
      to: joint,
      path: all.map((foot) => ({ what: 'stands in', resource: joint, place: foot.place, detail: foot.plane })),
      place: first.place,
      because: joins(first.plane, other.plane),
    }));
  }
}

/** Whether anything at all has feet in two business planes; asked first, for it needs neither addresses nor rules. */
function hasJoints(asked: Case, business: ReadonlySet<string>): boolean {
  const { ports, loadBalancers, routers, subnets } = asked.world;
  const networkOf = new Map(subnets.map((subnet) => [subnet.id, subnet.network]));
  const standing = new Map<string, string>();
  const isSecond = (key: string, network: string): boolean => {
    const plane = planeOf(asked, network);
    if (plane === undefined || !business.has(plane)) return false;
    const first = standing.get(key) ?? plane;
    standing.set(key, first);
    return first !== plane;
  };
  return (
    ports.some(({ device, parent, network }) => {
      const joint = device ?? parent;
      return joint !== undefined && isSecond(joint, network);
    }) ||
    loadBalancers.some((lb) =>
      [lb.network, ...lb.subnets.map((id) => networkOf.get(id) ?? lb.network)].some((one) => isSecond(lb.id, one)),
    ) ||
    routers.some(({ id, interfaces, gateway }) =>
      [...interfaces, ...(gateway ? [gateway] : [])].some((side) => isSecond(id, side.network)),
    )
  );
}

function planeOf({ planes, topology }: Case, network: string): string | undefined {
  return planes.of(topology.wires.of(network));
}

/** INV-5: no router leads from a business plane's wire to another plane's, whatever groups say. */
export function judgeManagementRoutes(asked: Case): Statement {
  const ruling = new Ruling({ id: 'INV-5', kind: 'invariant', invariant: 'INV-5', text: invariants['INV-5'] });
  const roles = new Map(asked.intent?.planes.map((plane) => [plane.key, plane.role]));
  const mixed = mixedParts(asked);
  const wires = new Set(
    mixed.size === 0
      ? []
      : asked.reach.classes.map((one) => one.wire).filter((wire) => mixed.has(asked.topology.part(wire))),
  );
  for (const wire of wires) {
    const plane = asked.ends.planeOfWire(wire);
    const role = plane === undefined ? undefined : roles.get(plane);
    if (plane === undefined || role === undefined || !businessRoles.includes(role)) continue;
    for (const landing of asked.reach.journeys.fromWire(wire)) {
      const reached = asked.ends.planeOfWire(landing.wire);
      const there = reached === undefined ? undefined : roles.get(reached);
      if (reached === undefined || there === undefined || businessRoles.includes(there)) continue;
      ruling.violated(() => ({
        from: wire,
        to: landing.wire,
        path: landing.beam.steps.map(({ what, at, detail }) => ({ what, resource: at.id, place: at.place, detail })),
        place: landing.beam.steps.at(-1)?.at.place ?? wire,
        because: said(`a route leads from ${plane} to ${reached}`, `存在从 ${plane} 到 ${reached} 的路由`),
      }));
    }
  }
  const isBusiness = (plane: string) => businessRoles.includes(roles.get(plane) ?? 'storage');
  doubtOutsiders(asked, ruling, (a, b) => isBusiness(a) !== isBusiness(b), true);
  doubtEverything(asked, ruling);
  return ruling.statement;
}

/**
 * Whoever may attach ports in two planes may join them: by a server with a foot in each, by a router where only routes
 * count. Everybody has a network of his own anywhere.
 */
function doubtOutsiders(asked: Case, ruling: Ruling, parted: (a: string, b: string) => boolean, routes = false): void {
  const { world } = asked;
  const outsiders = outsidersOf(world);
  const planes = new Set(world.networks.map((one) => planeOf(asked, one.id)));
  const owned = (project: string) =>
    world.networks.filter((one) => project === '*' || one.project === project).map((one) => one.id);
  for (const outsider of outsiders) {
    if (routes && !outsider.routed) continue;
    const shared = outsiders.flatMap((one) => (one.target === outsider.target ? [one.network] : []));
    const here = planeOf(asked, outsider.network);
    const feet = [...shared, ...owned(outsider.target)].map((one) => planeOf(asked, one));
    const there = [...new Set(feet)].find((plane) => here !== undefined && plane !== undefined && parted(here, plane));
    if (here !== undefined && there !== undefined && planes.has(there))
      ruling.unknown(outsider.place, `${outsider.id} joins ${here} and ${there} by nothing`);
  }
}

/** What nobody understood could open a path anywhere; a statement that nothing passes then depends on it. */
export function doubtEverything(asked: Case, ruling: Ruling): void {
  for (const { touches, place, assumption } of asked.world.unknowns)
    if (touches.kind !== 'port' && touches.kind !== 'group') ruling.unknown(place, assumption);
}
