import type { AllowedFlow, FlowEnd } from '../model/flow';
import type { Intent } from '../model/intent';
import { byKey } from '../model/stable-hash';
import type { FlowBox } from './judge/allowed-flows';
import type { Case } from './judge/case';
import type { IntervalSet } from './packets/interval-set';
import { portServices } from './packets/service-line';
import type { Proof } from './proof';
import type { EndpointClass } from './reach/endpoint-class';

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
  /** What addresses inside are called: the narrowest block decides, one of the own plane before others. */
  readonly names: readonly CertifiedName[];
  readonly flows: readonly CertifiedFlow[];
  /** Network to the part that it lies in. */
  readonly parts: Readonly<Record<string, string>>;
  /** Door to the ids of the flows that cover it; empty where something passes that no flow allows. */
  readonly doors: Readonly<Record<string, readonly string[]>>;
}

interface CertifiedFlow extends Pick<AllowedFlow, 'id' | 'ports'> {
  readonly from: CertifiedEnd;
  readonly to: CertifiedEnd;
}

interface CertifiedName {
  readonly label: string;
  readonly kind: string | null;
  readonly plane: string | null;
  readonly tenant: string | null;
  readonly prefixes: readonly string[];
}

interface CertifiedEnd {
  readonly label: string;
  /** The kind of its zone; `null` for a party that is in none. */
  readonly zone: string | null;
  readonly prefixes: readonly string[];
}

/**
 * The certificate of whatever is proved of a cloud; undefined where nothing is, or nobody says what is allowed. That
 * one tenant is not reached, and who administers, follow from covers, so they are certified only where nothing else
 * passes.
 */
export function certify(
  proof: Proof,
  asked: Case,
  { subject, input }: Pick<Certificate, 'subject' | 'input'>,
): Certificate | undefined {
  const proved = proof.statements.filter((one) => one.verdict === 'PROVED');
  const covered = proved.some((one) => one.kind === 'nothing-else');
  const statements = proved.filter(({ id, kind }) => covered || (kind !== 'tenant' && id !== 'INV-4'));
  const { topology, world, intent } = asked;
  if (statements.length === 0 || !intent) return undefined;
  const parts = world.networks.map(({ id }) => [id, topology.part(topology.wires.of(id))] as const);
  const doors = covered ? [...covers(asked)] : [];
  return {
    format: 1,
    subject,
    input,
    statements: statements.map(({ id }) => id),
    planes: intent.planes.map(({ key, role, physnet, blocks }) => ({ key, role, physnet, blocks })),
    operations: intent.operations,
    names: names(intent),
    flows: intent.flows.map(({ id, from, to, ports }) => ({ id, from: end(from), to: end(to), ports })),
    parts: Object.fromEntries([...parts].sort(([a], [b]) => byKey(a, b))),
    doors: Object.fromEntries(
      doors.sort(([a], [b]) => byKey(a, b)).map(([door, flows]) => [door, [...flows].sort(byKey)]),
    ),
  };
}

function names({ ends, zones }: Intent): CertifiedName[] {
  return [
    ...ends.map(({ label, zone, tenant = null, prefixes }) => {
      return { label, kind: zone?.kind ?? null, plane: zone?.plane ?? null, tenant, prefixes };
    }),
    ...zones.map(({ key, kind, plane, prefixes }) => ({ label: key, kind, plane, tenant: null, prefixes })),
  ];
}

function end({ label, zone, prefixes }: FlowEnd): CertifiedEnd {
  return { label, zone: zone?.kind ?? null, prefixes };
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
