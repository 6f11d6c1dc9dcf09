import type { PodEndIntent, PodFlowIntent, PodIntent } from '../../model/pod-intent';
import type { Text } from '../../model/text';
import { type IntervalSet, lowest } from '../packets/interval-set';
import type { Packet, PacketSet } from '../packets/packet-algebra';
import { pointText, servicesText } from '../packets/service-line';
import type { Statement, Violation } from '../proof';
import type { LabelSelector } from './label-selector';
import type { PodClass } from './pod-classes';
import type { PodReachability } from './pod-reachability';
import { whyPods } from './why-pods';

/** At most this many violations of a statement are told. */
const SHOWN = 5;

/**
 * What must hold within a cluster, each with a packet that shows it where it does not: for every department, nothing
 * passes to or from it that nobody declared; nothing else passes; and what was asked for passes. While something about
 * the cluster is not understood, nothing is proved.
 */
export function judgePods(reach: PodReachability, intent: PodIntent): readonly Statement[] {
  return new PodJudge(reach, intent).statements();
}

class PodJudge {
  private readonly strange: PacketSet;
  private readonly missing: Statement['missing'];

  constructor(
    private readonly reach: PodReachability,
    private readonly intent: PodIntent,
  ) {
    const { packets } = reach.line.algebra;
    this.strange = packets.subtract(this.passing(), this.allowed());
    this.missing = reach.world.doubts.map(({ place, what }) => ({ place, assumption: what }));
  }

  statements(): readonly Statement[] {
    const { cluster, tenants } = this.intent;
    const departments = [...new Set(Object.values(tenants))].sort();
    return [
      ...departments.map((tenant) => this.ofTenant(tenant)),
      this.statement(`PODS ${cluster} NOTHING-ELSE`, 'nothing-else', NOTHING_ELSE(cluster), this.strange),
      ...this.intent.flows.filter((flow) => flow.asked).map((flow) => this.ofFlow(flow)),
    ];
  }

  /** Strange packets of which one end is a pod of the department, and the other is none. */
  private ofTenant(tenant: string): Statement {
    const { cluster, tenants } = this.intent;
    const { algebra, classes, everybody } = this.reach.line;
    const { lines, packets } = algebra;
    const own = this.points(classes.all.filter(({ namespace }) => tenants[namespace] === tenant));
    const others = lines.subtract(everybody, own);
    const across = packets.union(
      packets.intersect(this.strange, algebra.box(own, others, this.reach.line.services)),
      packets.intersect(this.strange, algebra.box(others, own, this.reach.line.services)),
    );
    return this.statement(`PODS ${cluster} TENANT ${tenant}`, 'tenant', ISOLATED(cluster, tenant), across);
  }

  private statement(id: string, kind: Statement['kind'], text: Text, wrong: PacketSet): Statement {
    const { algebra } = this.reach.line;
    const boxes = [...algebra.boxes(wrong)];
    const violations = boxes.slice(0, SHOWN).map(({ sources, destinations, services }): Violation => {
      const packet = {
        source: lowest(sources) ?? 0,
        destination: lowest(destinations) ?? 0,
        service: lowest(services) ?? 0,
      };
      const words = servicesText(algebra.lines, services);
      return this.violation(packet, { en: `${words} passes, and nobody declared it`, zh: `${words} 可通过，但未声明` });
    });
    return this.answered(id, kind, text, violations, boxes.length);
  }

  /** Every pod of the one end reaches every pod of the other, on every port. */
  private ofFlow(flow: PodFlowIntent): Statement {
    const { algebra } = this.reach.line;
    const { lines } = algebra;
    const wanted = this.services(flow);
    const violations: Violation[] = [];
    for (const source of this.ends(flow.from))
      for (const destination of this.ends(flow.to)) {
        const blocked = lines.subtract(wanted, this.surely(source, destination));
        const service = lowest(blocked);
        if (service === undefined) continue;
        const words = servicesText(lines, blocked);
        violations.push(
          this.violation(
            { source: this.pointOf(source), destination: this.pointOf(destination), service },
            { en: `${words} does not pass, and ${flow.id} asks for it`, zh: `${words} 不通，而 ${flow.id} 需要` },
          ),
        );
      }
    const { cluster } = this.intent;
    const text = { en: `${flow.id} passes in ${cluster}`, zh: `${flow.id} 在 ${cluster} 中可达` };
    const id = `PODS ${cluster} FLOW ${flow.id}`;
    return { ...this.answered(id, 'flow', text, violations.slice(0, SHOWN), violations.length), place: flow.place };
  }

  private answered(
    id: string,
    kind: Statement['kind'],
    text: Text,
    violations: readonly Violation[],
    found: number,
  ): Statement {
    const { missing } = this;
    const verdict = found > 0 ? 'VIOLATED' : missing.length > 0 ? 'UNKNOWN' : 'PROVED';
    return { id, kind, text, verdict, violations, found, missing: verdict === 'UNKNOWN' ? missing : [] };
  }

  private violation(packet: Packet, because: Text): Violation {
    const [from, to] = [this.endAt(packet.source), this.endAt(packet.destination)];
    const { steps, block } = whyPods(this.reach, from, to, packet.service);
    const path = [...steps, ...(block ? [block] : [])];
    const [source, destination] = [nameOf(from), nameOf(to)];
    return {
      from: source,
      to: destination,
      packet: { source, destination, service: pointText(packet.service) },
      path,
      place: path.at(-1)?.place ?? '',
      because,
    };
  }

  /** Everything that may pass between pods, and between pods and addresses. */
  private passing(): PacketSet {
    const { algebra, classes } = this.reach.line;
    const { packets, relations } = algebra;
    const within = [...this.reach.flows('may')].map((one) => algebra.box(one.sources, one.destinations, one.services));
    const across = classes.all.flatMap((one) => {
      const here = this.points([one]);
      const inward = this.reach.outside(one, 'ingress', 'may');
      return [
        packets.box(here, this.reach.outside(one, 'egress', 'may')),
        ...inward.edges.map(({ keys, value }) => packets.box(keys, relations.box(here, value))),
      ];
    });
    return packets.unionAll([...within, ...across]);
  }

  private allowed(): PacketSet {
    const { algebra } = this.reach.line;
    return algebra.packets.unionAll(
      this.intent.flows.map((flow) => algebra.box(this.set(flow.from), this.set(flow.to), this.services(flow))),
    );
  }

  private services({ ports }: PodFlowIntent): IntervalSet {
    return ports.length === 0 ? this.reach.line.services : this.reach.line.ports(ports, []);
  }

  private set(end: PodEndIntent): IntervalSet {
    if (!('blocks' in end)) return this.points(this.classesOf(end));
    const { lines } = this.reach.line.algebra;
    return lines.unionAll(end.blocks.flatMap((block) => this.reach.line.address(block) ?? []));
  }

  private ends(end: PodEndIntent): readonly (PodClass | string)[] {
    return 'blocks' in end ? end.blocks : this.classesOf(end);
  }

  private classesOf(end: Exclude<PodEndIntent, { blocks: readonly string[] }>): readonly PodClass[] {
    const { classes } = this.reach.line;
    const wanted: LabelSelector = {
      requirements: Object.entries(end.labels).map(([key, value]) => ({ key, operator: 'In', values: [value] })),
    };
    const spans =
      end.namespace === undefined ? classes.namespaces({ requirements: [] }) : classes.namespace(end.namespace);
    const found: PodClass[] = [];
    for (const [first, last] of classes.select(spans, wanted)) found.push(...classes.all.slice(first, last + 1));
    return found;
  }

  private surely(source: PodClass | string, destination: PodClass | string): IntervalSet {
    const { lines, relations } = this.reach.line.algebra;
    if (typeof source !== 'string' && typeof destination !== 'string')
      return this.reach.between(source, destination, 'must');
    const [one, block, direction] =
      typeof source === 'string' ? [destination, source, 'ingress' as const] : [source, destination, 'egress' as const];
    const addresses = this.reach.line.address(block as string) ?? lines.empty;
    const { edges } = relations.restrict(this.reach.outside(one as PodClass, direction, 'must'), addresses);
    const covered = lines.unionAll(edges.map(({ keys }) => keys));
    // Every address of the block, or it does not count.
    if (covered !== addresses) return lines.empty;
    return edges.reduce((all, { value }) => lines.intersect(all, value), this.reach.line.services);
  }

  private points(classes: readonly PodClass[]): IntervalSet {
    return this.reach.line.algebra.lines.of(
      classes.map(({ index }) => [this.reach.line.point(index), this.reach.line.point(index)]),
    );
  }

  private pointOf(end: PodClass | string): number {
    return typeof end === 'string'
      ? (lowest(this.reach.line.address(end) ?? this.reach.line.outside) ?? 0)
      : this.reach.line.point(end.index);
  }

  private endAt(point: number): PodClass | string {
    const { line } = this.reach;
    const here = line.algebra.lines.point(point);
    const [index] = [...line.indices(here)];
    return index === undefined
      ? (line.addressesText(here)[0]?.replace(/\/(32|128)$/, '') ?? '')
      : (line.classes.all[index] as PodClass);
  }
}

function nameOf(end: PodClass | string): string {
  return typeof end === 'string' ? end : (end.workloads[0]?.key ?? '');
}

const NOTHING_ELSE = (cluster: string): Text => ({
  en: `in ${cluster} nothing passes that nobody declared`,
  zh: `${cluster} 中没有未声明的连通`,
});
const ISOLATED = (cluster: string, tenant: string): Text => ({
  en: `pods of ${tenant} in ${cluster} reach, and are reached by, what was declared and nobody else`,
  zh: `${cluster} 中 ${tenant} 的 Pod 仅与声明的对象互通`,
});
