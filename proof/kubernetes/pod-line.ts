import { AddressLine, type Reading } from '../packets/address-line';
import { AddressPlaces } from '../packets/address-places';
import type { IntervalSet } from '../packets/interval-set';
import { type IpBlock, readBlock } from '../packets/ip-block';
import type { PacketAlgebra } from '../packets/packet-algebra';
import { portServices, protocolNumber, wholeProtocol } from '../packets/service-line';
import type { LabelSelector } from './label-selector';
import { type PodClass, PodClasses, type Span } from './pod-classes';
import type { Peer, PortMatch, Protocol } from './pod-policy';
import type { PodWorld } from './pod-world';

/** Classes stand on the line of addresses, behind the last of them. */
const CLASSES = 2 ** 49;

/**
 * Everybody a rule of a cluster can mean, on one line of numbers: addresses as in an AddressLine, then a point for
 * each class of pods.
 *
 * What Kubernetes leaves open is read twice. As `may`, a block holds every pod whose address may lie in it, and what
 * shares its node's network is meant by its labels; as `must`, neither.
 */
export class PodLine {
  readonly classes: PodClasses;
  /** All pods. */
  readonly pods: IntervalSet;
  readonly everybody: IntervalSet;
  /** TCP, UDP and SCTP: what NetworkPolicy speaks of. */
  readonly services: IntervalSet;
  /** Pods that have an address of their own. */
  private readonly guests: IntervalSet;
  private readonly addresses: AddressLine;
  private readonly podBlocks: readonly IpBlock[];

  constructor(
    readonly algebra: PacketAlgebra,
    world: PodWorld,
    /** Blocks and addresses that will be asked about besides those of the rules. */
    texts: readonly string[] = [],
  ) {
    const { lines } = algebra;
    this.classes = new PodClasses(world);
    this.addresses = new AddressLine(lines, new AddressPlaces([...blocksOf(world), ...texts], []), [], 'may');
    const count = this.classes.all.length;
    this.pods = count === 0 ? lines.empty : lines.interval(CLASSES, CLASSES + count - 1);
    this.everybody = lines.union(this.addresses.everything, this.pods);
    this.guests = this.set(this.classes.all.filter((one) => !one.hostNetwork).map((one) => [one.index, one.index]));
    this.services = lines.unionAll([6, 17, 132].map((protocol) => wholeProtocol(lines, protocol)));
    this.podBlocks = world.podBlocks.flatMap((text) => readBlock(text) ?? []);
  }

  get outside(): IntervalSet {
    return this.addresses.everything;
  }

  point(index: number): number {
    return CLASSES + index;
  }

  /** The class at a point; undefined for an address. */
  classAt(point: number): PodClass | undefined {
    return this.classes.all[point - CLASSES];
  }

  /** A point as a person knows it: a workload, or an address. */
  nameAt(point: number): string {
    return this.classAt(point)?.workloads[0]?.key ?? this.addresses.pointText(point);
  }

  /** Indices of the classes in a set. */
  *indices(set: IntervalSet): Generator<number> {
    for (const [low, high] of this.spans(set)) for (let at = low; at <= high; at++) yield at;
  }

  /** Spans of indices of the classes in a set. */
  *spans({ bounds }: IntervalSet): Generator<Span> {
    for (let i = 0; i < bounds.length; i += 2) {
      const high = bounds[i + 1] as number;
      if (high >= CLASSES) yield [Math.max(bounds[i] as number, CLASSES) - CLASSES, high - CLASSES];
    }
  }

  /** An address or block outside of the cluster; undefined where the text is none. */
  address(text: string): IntervalSet | undefined {
    return this.addresses.set(text);
  }

  /** The pods within some spans that a selector means. */
  select(spans: readonly Span[], selector: LabelSelector, reading: Reading): IntervalSet {
    const found = this.set(this.classes.select(spans, selector));
    return reading === 'may' ? found : this.algebra.lines.intersect(found, this.guests);
  }

  /** Everybody whom a peer of a rule means; `namespace` is the policy's own. */
  peer(peer: Peer, namespace: string, reading: Reading): IntervalSet {
    if (peer.kind === 'block') return this.block(peer.cidr, peer.except, reading);
    const spans = peer.kind === 'own' ? this.classes.namespace(namespace) : this.classes.namespaces(peer.namespaces);
    return this.select(spans, peer.pods, reading);
  }

  /** Services that ports of a rule mean at a pod with these named ports; at an address, names mean nothing. */
  ports(
    matches: readonly PortMatch[],
    named: readonly { name?: string; protocol: Protocol; port: number }[],
  ): IntervalSet {
    const { lines } = this.algebra;
    const one = (protocol: Protocol, from: number, to: number) =>
      portServices(lines, protocolNumber(protocol) as number, from, to);
    return lines.unionAll(
      matches.flatMap((match) =>
        'name' in match
          ? named
              .filter(({ name, protocol }) => name === match.name && (match.protocol ?? protocol) === protocol)
              .map(({ protocol, port }) => one(protocol, port, port))
          : [one(match.protocol, match.from, match.to)],
      ),
    );
  }

  private block(cidr: string, except: readonly string[], reading: Reading): IntervalSet {
    const { lines } = this.algebra;
    const real = lines.subtract(this.addresses.set(cidr) ?? lines.empty, this.addresses.sets(except));
    if (reading === 'must') return real;
    const block = readBlock(cidr) as IpBlock;
    const mayHold =
      this.podBlocks.length === 0 ||
      this.podBlocks.some(
        (pods) => pods.family === block.family && pods.first <= block.last && pods.last >= block.first,
      );
    if (mayHold) return lines.union(real, this.pods);
    // A node's address is not known, so what shares its network may stand in any block.
    return lines.union(real, lines.subtract(this.pods, this.guests));
  }

  private set(spans: readonly Span[]): IntervalSet {
    return this.algebra.lines.of(spans.map(([first, last]) => [CLASSES + first, CLASSES + last]));
  }
}

function* blocksOf(world: PodWorld): Generator<string> {
  const policies = [...world.policies, ...world.adminPolicies];
  for (const { rules } of policies)
    for (const rule of [...(rules.ingress ?? []), ...(rules.egress ?? [])])
      for (const peer of rule.peers ?? []) if (peer.kind === 'block') yield* [peer.cidr, ...peer.except];
}
