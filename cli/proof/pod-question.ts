import { Cidr } from '../../model/cidr';
import type { ClusterDesign } from '../../model/design/cluster-design';
import type { Design } from '../../model/design/design';
import type { PodClass } from '../../proof/kubernetes/pod-classes';
import { type PodExplanation, whyPods } from '../../proof/kubernetes/why-pods';
import { lowest } from '../../proof/packets/interval-set';
import { readBlock } from '../../proof/packets/ip-block';
import type { PathStep } from '../../proof/proof';
import type { ExplainedPair, Explanation } from '../../proof/why';
import { type PodCase, podCases } from './pod-cases';

interface PodAsked {
  readonly from: string;
  readonly to: string;
  /** As it was typed, and as a point of the line of services. */
  readonly packet: string;
  readonly service: number;
}

/** How the OpenStack side answers: from an address at the edge of a plane to another address. */
export type AskNetwork = (from: string, to: string, plane: string) => Explanation;

/** Addresses of the other end that are asked about one by one, at most. */
const ADDRESSES = 16;

/** Whether a name is a workload of one of the clusters: `finance/portal/web`. */
export function isWorkload({ clusters = [] }: Design, name: string): boolean {
  return clusters.some((cluster) => cluster.workloads.some(({ key }) => key === name));
}

/**
 * Answers across both worlds. Within a cluster its policies decide. What leaves a cluster has the address of a node: its
 * policies must let it out to an address of the other end, and then the network decides about that address. Into a
 * cluster leads no address of a pod; users come through its ingress controllers.
 *
 * `blocks` hold the addresses of the other end where it is no workload: blocks, addresses, or names of addresses that
 * apply will choose.
 */
export function whyAcross(
  design: Design,
  asked: PodAsked,
  blocks: readonly string[],
  network: AskNetwork,
): Explanation {
  const known = blocks.filter((block) => readBlock(block) !== undefined);
  const cases = podCases(design, known);
  const [source, target] = [asked.from, asked.to].map((name) => find(cases, name));
  if (source && target && source.one === target.one) {
    const { line } = source.one.reach;
    const [from, to] = [line.point(source.pod.index), line.point(target.pod.index)];
    return within(asked, whyPods(source.one.reach, from, to, asked.service));
  }
  if (target) return within(asked, stopped(closed(target.one.cluster)));
  if (!source) throw new Error(`${asked.from} and ${asked.to} are no workloads`);
  const ways = known.slice(0, ADDRESSES).map((block) => leaving(asked, source, block, network));
  const best = ways.find(({ verdict }) => verdict === 'passes') ?? ways.find(({ verdict }) => verdict === 'unknown');
  return best ?? ways[0] ?? within(asked, UNKNOWN_ADDRESS);
}

interface FoundPod {
  readonly one: PodCase;
  readonly pod: PodClass;
}

function find(cases: readonly PodCase[], name: string): FoundPod | undefined {
  for (const one of cases) {
    const workload = one.cluster.workloads.find(({ key }) => key === name);
    const key = `${workload?.namespace}/Deployment/${workload?.name}`;
    const pod = one.reach.line.classes.all.find(({ workloads }) => workloads.some((made) => made.key === key));
    if (workload && pod) return { one, pod };
  }
  return undefined;
}

/** From a pod to an address of a block: one that its policies let it out to, where there is any. */
function leaving(asked: PodAsked, { one, pod }: FoundPod, block: string, network: AskNetwork): Explanation {
  const { reach, cluster } = one;
  const { line } = reach;
  const addresses = line.address(block) ?? line.algebra.lines.empty;
  const to = lowest(reach.passingAddresses(pod, 'egress', asked.service, addresses)) ?? lowest(addresses) ?? 0;
  const out = whyPods(reach, line.point(pod.index), to, asked.service);
  if (out.verdict === 'blocked') return within(asked, out);
  const address = line.nameAt(to);
  const nodes = cluster.nodes.find((one) => one.includes(':') === address.includes(':'));
  if (nodes === undefined) return within(asked, stopped(otherFamily(cluster, address)));
  return joined(asked, out, nodeStep(cluster, nodes), network(firstHost(nodes), address, cluster.key));
}

/** The answer of a cluster alone. */
function within({ from, to, packet }: PodAsked, { verdict, steps, block, missing }: PodExplanation): Explanation {
  const pair: ExplainedPair = {
    from,
    to,
    packet: { source: from, destination: to, service: packet },
    passes: verdict === 'passes',
    ways: [{ steps, ...(block && { block }) }],
  };
  return { verdict, pairs: [pair], missing };
}

function joined(asked: PodAsked, out: PodExplanation, node: PathStep, beyond: Explanation): Explanation {
  const missing = [...out.missing, ...beyond.missing];
  const verdict = beyond.verdict === 'passes' && missing.length > 0 ? 'unknown' : beyond.verdict;
  const pairs = beyond.pairs.map(
    (pair): ExplainedPair => ({
      ...pair,
      from: asked.from,
      ways: pair.ways.map((way) => ({ ...way, steps: [...out.steps, node, ...way.steps] })),
    }),
  );
  return { ...beyond, verdict, pairs, missing };
}

function stopped(block: PathStep): PodExplanation {
  return { verdict: 'blocked', steps: [], block, missing: [] };
}

/** Addresses that apply will choose are in no rule of a cluster, and not known to its policies. */
const UNKNOWN_ADDRESS: PodExplanation = {
  verdict: 'unknown',
  steps: [],
  missing: ['the other end has no address before it is applied'],
};

function nodeStep({ stack, place }: ClusterDesign, nodes: string): PathStep {
  return { what: 'source address', resource: stack, place, detail: `it leaves with the address of a node in ${nodes}` };
}

function otherFamily({ stack, place }: ClusterDesign, address: string): PathStep {
  return {
    what: 'source address',
    resource: stack,
    place,
    detail: `no node has an address of the family of ${address}`,
  };
}

function closed({ stack, place }: ClusterDesign): PathStep {
  const detail = 'no address outside of the cluster leads to a pod; users come through its ingress controllers';
  return { what: 'cluster', resource: stack, place, detail };
}

/** An address that a node may have: the first host of a block. */
function firstHost(block: string): string {
  const cidr = Cidr.parse(block);
  return cidr instanceof Cidr && cidr.prefix < cidr.bits ? `${cidr.address(1)}` : block.replace(/\/.*$/, '');
}
