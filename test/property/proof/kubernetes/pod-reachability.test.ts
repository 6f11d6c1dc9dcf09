import fc from 'fast-check';
import type { Fields } from '../../../../proof/kubernetes/manifest-fields';
import type { PodClass } from '../../../../proof/kubernetes/pod-classes';
import { PodReachability } from '../../../../proof/kubernetes/pod-reachability';
import { readPodWorld } from '../../../../proof/kubernetes/read-pod-world';
import { hasPoint, type IntervalSet } from '../../../../proof/packets/interval-set';
import { protocolNumber, servicePoint } from '../../../../proof/packets/service-line';
import { type Asked, type Choices, isAllowed } from './api-semantics';
import { type Cluster, clusters } from './cluster-arbitrary';

const OUTSIDE = [
  '192.0.2.1',
  '192.0.2.65',
  '192.0.2.129',
  '203.0.113.1',
  '2001:db8::1',
  '2001:db8:1::1',
  '2001:db9::1',
];
/** Where pods have their addresses: no rule of these worlds has a block there. */
const PODS = ['250.0.0.0/8'];
const SURE: Choices = { hostPodsAreSelected: true, blocksHoldPods: false, laterFirst: false };

describe('reachability within a cluster', () => {
  it('is what the documents of the API say, packet by packet', () => {
    fc.assert(
      fc.property(clusters({ equalPriorities: false, hostNetwork: false }), (cluster) => {
        const reach = reachability(cluster, PODS);
        const wrong = questions(cluster).filter((asked) => {
          const expected = isAllowed(cluster, asked, SURE);
          return answer(reach, asked, 'may') !== expected || answer(reach, asked, 'must') !== expected;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('says what passes in some reading, and what in all, where the API leaves something open', () => {
    let [differing, open] = [0, 0];
    fc.assert(
      fc.property(clusters({ equalPriorities: true, hostNetwork: true }), (cluster) => {
        const reach = reachability(cluster, []);
        const wrong = questions(cluster).filter((asked) => {
          const readings = new Set(CHOICES.map((choices) => isAllowed(cluster, asked, choices)));
          const [may, must] = [answer(reach, asked, 'may'), answer(reach, asked, 'must')];
          if (may !== must) open++;
          if (readings.size > 1) differing++;
          return (readings.has(true) && !may) || (readings.has(false) && must) || (must && !may);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
    expect(differing).toBeGreaterThan(0);
    // Two readings that are chosen anew for each rule part more often than one choice for the whole cluster.
    expect(open).toBeLessThan(differing * 3);
  });

  it('comes to the same whether pairs are asked or all flows are listed', () => {
    fc.assert(
      fc.property(clusters({ equalPriorities: true, hostNetwork: true }), (cluster) => {
        const reach = reachability(cluster, []);
        const { lines } = reach.line.algebra;
        for (const reading of ['may', 'must'] as const) {
          const listed = new Map<string, IntervalSet>();
          for (const { sources, destinations, services } of reach.flows(reading))
            for (const from of reach.line.indices(sources))
              for (const to of reach.line.indices(destinations)) {
                expect(
                  listed.has(`${from} ${to}`) && lines.overlaps(listed.get(`${from} ${to}`) as IntervalSet, services),
                ).toBe(false);
                listed.set(`${from} ${to}`, lines.union(listed.get(`${from} ${to}`) ?? lines.empty, services));
              }
          for (const source of reach.line.classes.all)
            for (const destination of reach.line.classes.all)
              expect(listed.get(`${source.index} ${destination.index}`) ?? lines.empty).toBe(
                reach.between(source, destination, reading),
              );
        }
      }),
      { numRuns: 150 },
    );
  });
});

const CHOICES: readonly Choices[] = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => ({
  hostPodsAreSelected: (n & 1) !== 0,
  blocksHoldPods: (n & 2) !== 0,
  laterFirst: (n & 4) !== 0,
}));

function reachability(cluster: Cluster, podBlocks: readonly string[]): PodReachability {
  const objects = Object.values(cluster).flatMap((list) => list as readonly Fields[]);
  const world = readPodWorld(
    objects.map((object, i) => ({ object, place: `cluster.yaml:${i + 1}:1` })),
    podBlocks,
  );
  expect(world.doubts).toEqual([]);
  return new PodReachability(world, OUTSIDE);
}

function questions({ pods }: Cluster): Asked[] {
  const asked: Asked[] = [];
  for (const source of [...pods, ...OUTSIDE])
    for (const destination of [...pods, ...OUTSIDE]) {
      if (typeof source === 'string' && typeof destination === 'string') continue;
      for (const protocol of ['TCP', 'UDP', 'SCTP'] as const)
        for (const port of [1, 2, 3, 4, 5]) asked.push({ source, destination, protocol, port });
    }
  return asked;
}

function answer(
  reach: PodReachability,
  { source, destination, protocol, port }: Asked,
  reading: 'may' | 'must',
): boolean {
  const services = passing(reach, source, destination, reading);
  return hasPoint(services, servicePoint(protocolNumber(protocol) as number, port));
}

function passing(
  reach: PodReachability,
  source: Fields | string,
  destination: Fields | string,
  reading: 'may' | 'must',
) {
  if (typeof source === 'string')
    return toAddress(reach, classOf(reach, destination as Fields), 'ingress', source, reading);
  if (typeof destination === 'string') return toAddress(reach, classOf(reach, source), 'egress', destination, reading);
  return reach.between(classOf(reach, source), classOf(reach, destination), reading);
}

function toAddress(
  reach: PodReachability,
  one: PodClass,
  direction: 'ingress' | 'egress',
  address: string,
  reading: 'may' | 'must',
): IntervalSet {
  const point = reach.line.address(address)?.bounds[0] as number;
  return reach.line.algebra.relations.at(reach.outside(one, direction, reading), (keys) => hasPoint(keys, point));
}

function classOf(reach: PodReachability, pod: Fields): PodClass {
  const { name, namespace } = pod['metadata'] as Fields;
  const found = reach.line.classes.all.find((one) =>
    one.workloads.some(({ key }) => key === `${namespace}/Pod/${name}`),
  );
  return found as PodClass;
}
