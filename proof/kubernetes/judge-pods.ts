import type { PodFlowIntent, PodIntent } from '../../model/pod-intent';
import type { Text } from '../../model/text';
import type { Reading } from '../packets/address-line';
import { type IntervalSet, lowest } from '../packets/interval-set';
import type { Packet, PacketSet } from '../packets/packet-algebra';
import { pointText, servicesText } from '../packets/service-line';
import type { Assumption, Statement, Violation } from '../proof';
import type { PodClass } from './pod-classes';
import { PodEnds } from './pod-ends';
import type { PodReachability } from './pod-reachability';
import { whyPods } from './why-pods';

/** What no manifest says and every answer about pods takes for granted. */
export const POD_ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'plugin-enforces-policies',
    text: {
      en: 'the network plugin of each cluster enforces NetworkPolicy, and nothing else in the cluster admits packets',
      zh: '集群网络插件执行 NetworkPolicy，且集群内没有其他放行机制',
    },
  },
  {
    id: 'node-reaches-its-pods',
    text: {
      en: 'a node reaches the pods on it, as Kubernetes wants for probes; policies say nothing about that',
      zh: '节点可访问其上的 Pod（探针所需），策略对此不作限制',
    },
  },
];

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
  /** What nobody declared and passes in each reading of the rules. */
  private readonly strange: PacketSet;
  /** The same for some reading. */
  private readonly doubtful: PacketSet;
  private readonly missing: Statement['missing'];
  private readonly ends: PodEnds;

  constructor(
    private readonly reach: PodReachability,
    private readonly intent: PodIntent,
  ) {
    this.ends = new PodEnds(reach.line);
    const { packets } = reach.line.algebra;
    const allowed = this.allowed();
    this.strange = packets.subtract(this.passing('must'), allowed);
    this.doubtful = packets.subtract(this.passing('may'), allowed);
    this.missing = reach.world.doubts.map(({ place, what }) => ({ place, assumption: what }));
  }

  statements(): readonly Statement[] {
    const { cluster, tenants } = this.intent;
    const departments = [...new Set(Object.values(tenants))].sort();
    return [
      ...departments.map((tenant) => this.ofTenant(tenant)),
      this.statement(`PODS ${cluster} NOTHING-ELSE`, 'nothing-else', NOTHING_ELSE(cluster)),
      ...this.intent.flows.filter((flow) => flow.asked).map((flow) => this.ofFlow(flow)),
    ];
  }

  /** Packets of which one end is a pod of the department, and the other is none. */
  private ofTenant(tenant: string): Statement {
    const { cluster, tenants } = this.intent;
    const { algebra, classes, everybody, services } = this.reach.line;
    const { lines, packets } = algebra;
    const own = this.ends.points(classes.all.filter(({ namespace }) => tenants[namespace] === tenant));
    const others = lines.subtract(everybody, own);
    const across = packets.union(algebra.box(own, others, services), algebra.box(others, own, services));
    return this.statement(`PODS ${cluster} TENANT ${tenant}`, 'tenant', ISOLATED(cluster, tenant), across);
  }

  /** Nothing strange passes `within` some packets; all of them where none are named. */
  private statement(id: string, kind: Statement['kind'], text: Text, within?: PacketSet): Statement {
    const { packets } = this.reach.line.algebra;
    const part = (set: PacketSet) => (within ? packets.intersect(set, within) : set);
    const wrong = this.boxes(part(this.strange));
    const open =
      wrong.length > 0
        ? []
        : this.boxes(part(this.doubtful))
            .slice(0, SHOWN)
            .flatMap(({ missing }) => missing);
    const violations = wrong.slice(0, SHOWN).map(({ violation }) => violation);
    return this.answered(id, kind, text, violations, wrong.length, open);
  }

  private boxes(set: PacketSet) {
    const { algebra } = this.reach.line;
    return [...algebra.boxes(set)].map(({ sources, destinations, services }) => {
      const packet = {
        source: lowest(sources) ?? 0,
        destination: lowest(destinations) ?? 0,
        service: lowest(services) ?? 0,
      };
      const words = servicesText(algebra.lines, services);
      return this.violation(packet, { en: `${words} passes, and nobody declared it`, zh: `${words} 可通过，但未声明` });
    });
  }

  /** Every pod of the one end reaches every pod of the other, on every port. */
  private ofFlow(flow: PodFlowIntent): Statement {
    const { algebra } = this.reach.line;
    const { lines } = algebra;
    const wanted = this.services(flow);
    const violations: Violation[] = [];
    for (const source of this.ends.each(flow.from))
      for (const destination of this.ends.each(flow.to)) {
        const blocked = lines.subtract(wanted, this.surely(source, destination));
        const service = lowest(blocked);
        if (service === undefined) continue;
        const words = servicesText(lines, blocked);
        const { violation } = this.violation(
          { source: this.ends.pointOf(source), destination: this.ends.pointOf(destination), service },
          { en: `${words} does not pass, and ${flow.id} asks for it`, zh: `${words} 不通，而 ${flow.id} 需要` },
        );
        violations.push(violation);
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
    open: Statement['missing'] = [],
  ): Statement {
    const missing = [...this.missing, ...open];
    const verdict = found > 0 ? 'VIOLATED' : missing.length > 0 ? 'UNKNOWN' : 'PROVED';
    return { id, kind, text, verdict, violations, found, missing: verdict === 'UNKNOWN' ? missing : [] };
  }

  private violation(
    packet: Packet,
    because: Text,
  ): { readonly violation: Violation; readonly missing: Statement['missing'] } {
    const { source, destination, service } = packet;
    const [from, to] = [this.reach.line.nameAt(source), this.reach.line.nameAt(destination)];
    const { steps, block, missing } = whyPods(this.reach, source, destination, service);
    const path = [...steps, ...(block ? [block] : [])];
    const place = path.findLast((step) => step.place !== '')?.place ?? '';
    return {
      violation: {
        from,
        to,
        packet: { source: from, destination: to, service: pointText(service) },
        path,
        place,
        because,
      },
      missing: missing.map((assumption) => ({ place, assumption })),
    };
  }

  /** Everything that may pass between pods, and between pods and addresses. */
  private passing(reading: Reading): PacketSet {
    const { algebra, classes } = this.reach.line;
    const { packets, relations } = algebra;
    const within = [...this.reach.flows(reading)].map((one) =>
      algebra.box(one.sources, one.destinations, one.services),
    );
    const across = classes.all.flatMap((one) => {
      const here = this.ends.points([one]);
      const inward = this.reach.outside(one, 'ingress', reading);
      return [
        packets.box(here, this.reach.outside(one, 'egress', reading)),
        ...inward.edges.map(({ keys, value }) => packets.box(keys, relations.box(here, value))),
      ];
    });
    return packets.unionAll([...within, ...across]);
  }

  private allowed(): PacketSet {
    const { algebra } = this.reach.line;
    return algebra.packets.unionAll(
      this.intent.flows.map((flow) =>
        algebra.box(this.ends.set(flow.from), this.ends.set(flow.to), this.services(flow)),
      ),
    );
  }

  private services({ ports }: PodFlowIntent): IntervalSet {
    return ports.length === 0 ? this.reach.line.services : this.reach.line.ports(ports, []);
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
}

const NOTHING_ELSE = (cluster: string): Text => ({
  en: `in ${cluster} nothing passes that nobody declared`,
  zh: `${cluster} 中没有未声明的连通`,
});
const ISOLATED = (cluster: string, tenant: string): Text => ({
  en: `pods of ${tenant} in ${cluster} reach, and are reached by, what was declared and nobody else`,
  zh: `${cluster} 中 ${tenant} 的 Pod 仅与声明的对象互通`,
});
