import type { ClusterDesign } from '../../model/design/cluster-design';
import type { Design } from '../../model/design/design';
import type { PodClass } from '../../proof/kubernetes/pod-classes';
import { type PodExplanation, whyPods } from '../../proof/kubernetes/why-pods';
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

/** How the OpenStack side answers for an address: from a node of a cluster to the end that was asked about. */
export type AskNetwork = (fromAddress: string) => Explanation;

/** Whether a name is a workload of one of the clusters: `finance/portal/web`. */
export function isWorkload({ clusters = [] }: Design, name: string): boolean {
  return clusters.some((cluster) => cluster.workloads.some(({ key }) => key === name));
}

/**
 * Answers across both worlds. Within a cluster its policies decide. What leaves a cluster has the address of a node: its
 * policies must let it out to the address of the other end, and then the network decides. Into a cluster leads no
 * address of a pod; users come through its ingress controllers.
 *
 * `addresses` are those of the other end where it is no workload, none for an end outside.
 */
export async function whyAcross(
  design: Design,
  asked: PodAsked,
  addresses: readonly string[],
  network: AskNetwork,
): Promise<Explanation> {
  const cases = await podCases(design, addresses);
  const find = (name: string) => cases.flatMap((one) => classesOf(one, name).map((pod) => ({ one, pod })))[0];
  const [source, target] = [find(asked.from), find(asked.to)];
  if (source && target && source.one === target.one)
    return explanation(asked, whyPods(source.one.reach, source.pod, target.pod, asked.service));
  if (target)
    return explanation(asked, { verdict: 'blocked', steps: [], block: closed(target.one.cluster), missing: [] });
  if (!source) throw new Error(`${asked.from} and ${asked.to} are no workloads`);
  const out = addresses.map((address) => whyPods(source.one.reach, source.pod, address, asked.service));
  const leaving = out.find(({ verdict }) => verdict !== 'blocked') ?? out[0];
  if (!leaving || leaving.verdict === 'blocked') return explanation(asked, leaving ?? nowhere(asked));
  const node = source.one.cluster.nodes[0] ?? '';
  const address = node.split('/')[0] ?? '';
  const beyond = network(firstHost(address));
  return joined(asked, leaving, nodeStep(source.one.cluster, node), beyond);
}

function classesOf({ cluster, reach }: PodCase, name: string): readonly PodClass[] {
  const workload = cluster.workloads.find(({ key }) => key === name);
  if (workload === undefined) return [];
  const key = `${workload.namespace}/Deployment/${workload.name}`;
  return reach.line.classes.all.filter((one) => one.workloads.some((pod) => pod.key === key));
}

function explanation({ from, to, packet }: PodAsked, { verdict, steps, block, missing }: PodExplanation): Explanation {
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

function nodeStep({ stack, place }: ClusterDesign, nodes: string): PathStep {
  return { what: 'source address', resource: stack, place, detail: `it leaves with the address of a node in ${nodes}` };
}

function closed({ stack, place }: ClusterDesign): PathStep {
  const detail = 'no address outside of the cluster leads to a pod; users come through its ingress controllers';
  return { what: 'cluster', resource: stack, place, detail };
}

function nowhere({ to }: PodAsked): PodExplanation {
  const block = { what: 'address', resource: to, place: '', detail: 'it has no address that is known' };
  return { verdict: 'blocked', steps: [], block, missing: [] };
}

/** The first address of a block that a node may have. */
function firstHost(address: string): string {
  const last = /(\d+)$/.exec(address)?.[1] ?? '0';
  return address.includes(':') ? `${address}1`.replace(/::1$/, '::1') : address.replace(/\d+$/, `${Number(last) + 1}`);
}
