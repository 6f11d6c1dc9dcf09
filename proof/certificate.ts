import type { AllowedFlow, FlowEnd } from '../model/flow';
import type { Intent, NetworkDriver } from '../model/intent';
import { byKey } from '../model/stable-hash';
import type { FlowBox } from './judge/allowed-flows';
import { Case } from './judge/case';
import type { IntervalSet } from './packets/interval-set';
import { portServices } from './packets/service-line';
import type { Proof } from './proof';
import type { EndpointClass } from './reach/endpoint-class';
import type { NetworkWorld } from './world/network-world';

/**
 * What `tools/check-certificate.py` confirms: a partition of the networks that nothing joins, and for every door (a
 * rule, a listener, a member of a load balancer) the flows that cover what it lets through.
 */
export interface Certificate {
  readonly format: 1;
  readonly subject: string;
  /** Of the stacks that were proved; the checker says how it is made. */
  readonly input: string;
  /** Ids of the statements that follow from the rest. */
  readonly statements: readonly string[];
  readonly planes: readonly Pick<Intent['planes'][number], 'key' | 'role' | 'physnet' | 'blocks'>[];
  readonly operations: readonly string[];
  readonly flows: readonly CertifiedFlow[];
  /** Network to the part that it lies in. */
  readonly parts: Readonly<Record<string, string>>;
  /** Door to the ids of the flows that cover it. */
  readonly doors: Readonly<Record<string, readonly string[]>>;
}

interface CertifiedFlow extends Pick<AllowedFlow, 'id' | 'ports'> {
  readonly from: CertifiedEnd;
  readonly to: CertifiedEnd;
}

interface CertifiedEnd {
  /** The kind of its zone; `null` for a party that is in none. */
  readonly zone: string | null;
  readonly prefixes: readonly string[];
}

/** Whatever follows from parts and covers. That flows really pass, and INV-2 and INV-3, do not. */
const FOLLOWS = ['INV-1', 'INV-4', 'INV-5', 'INV-6', 'INV-7', 'NOTHING-ELSE'];

/** The certificate of a proof, undefined where not everything is proved: half a certificate would certify nothing. */
export function certify(
  proof: Proof,
  { world, intent, driver }: { readonly world: NetworkWorld; readonly intent: Intent; readonly driver: NetworkDriver },
  { subject, input }: Pick<Certificate, 'subject' | 'input'>,
): Certificate | undefined {
  if (proof.verdict !== 'PROVED') return undefined;
  const asked = new Case(world, intent, driver);
  const { journeys, wires } = asked.reach;
  const parts = world.networks.map(({ id }) => [id, journeys.component(wires.of(id))] as const);
  return {
    format: 1,
    subject,
    input,
    statements: proof.statements
      .filter(({ id, kind }) => kind === 'tenant' || FOLLOWS.includes(id))
      .map(({ id }) => id),
    planes: intent.planes.map(({ key, role, physnet, blocks }) => ({ key, role, physnet, blocks })),
    operations: intent.operations,
    flows: asked.allowedIn(asked.readings.must).boxes.map(({ flow: { id, from, to, ports } }) => ({
      id,
      from: end(from),
      to: end(to),
      ports,
    })),
    parts: Object.fromEntries([...parts].sort(([a], [b]) => byKey(a, b))),
    doors: Object.fromEntries(
      [...covers(asked)].sort(([a], [b]) => byKey(a, b)).map(([door, flows]) => [door, [...flows].sort(byKey)]),
    ),
  };
}

function end({ zone, prefixes }: FlowEnd): CertifiedEnd {
  return { zone: zone?.kind ?? null, prefixes };
}

/** What one door lets through, as seen by the ends that have it. */
interface Door {
  readonly id: string;
  readonly sources: IntervalSet;
  readonly destinations: IntervalSet;
  readonly services: IntervalSet;
}

/** Doors with every flow that may allow a part of what they let through. */
function covers(asked: Case): Map<string, Set<string>> {
  const { must, algebra } = asked.readings;
  const { boxes } = asked.allowedIn(must);
  const { lines } = algebra;
  const meets = (door: Door, box: FlowBox): boolean =>
    lines.overlaps(door.sources, box.sources) &&
    lines.overlaps(door.destinations, box.destinations) &&
    lines.overlaps(door.services, box.services);
  const found = new Map<string, Set<string>>();
  for (const one of must.classes)
    for (const door of doorsOf(asked, one)) {
      const flows = found.get(door.id) ?? new Set();
      for (const box of boxes) if (meets(door, box)) flows.add(box.flow.id);
      found.set(door.id, flows);
    }
  return found;
}

function doorsOf(asked: Case, one: EndpointClass): Door[] {
  const { must, algebra } = asked.readings;
  const { line, filters, journeys } = must;
  const own = journeys.leadingTo(one.owns);
  const rules = one.groups.flatMap((group) => filters.rulesOf(group));
  return [
    ...rules.map((rule): Door => {
      const { addresses, services } = filters.rule(rule);
      return rule.direction === 'ingress'
        ? { id: rule.id, sources: addresses, destinations: own, services }
        : { id: rule.id, sources: one.sources, destinations: addresses, services };
    }),
    ...(one.balancer?.listeners ?? []).flatMap(({ id, protocol, port, allowedPrefixes, members }): Door[] => {
      const from = allowedPrefixes.length > 0 ? line.sets(allowedPrefixes) : line.everything;
      const services = portServices(algebra.lines, protocol, port, port);
      return [
        { id, sources: from, destinations: own, services },
        ...members.map((member): Door => {
          const target = line.set(member.address) ?? algebra.lines.empty;
          const taken = portServices(algebra.lines, protocol, member.port, member.port);
          return { id: member.id, sources: line.everything, destinations: target, services: taken };
        }),
      ];
    }),
  ];
}
