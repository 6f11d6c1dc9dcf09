import type { Fields } from '../../../../model/manifest-fields';
import type { PodClass } from '../../../../proof/kubernetes/pod-classes';
import { PodReachability } from '../../../../proof/kubernetes/pod-reachability';
import { readPodWorld } from '../../../../proof/kubernetes/read-pod-world';
import { hasPoint, type IntervalSet } from '../../../../proof/packets/interval-set';
import { protocolNumber, servicePoint } from '../../../../proof/packets/service-line';
import type { Asked } from './api-semantics';
import type { Cluster } from './cluster-arbitrary';

const OUTSIDE = [
  '192.0.2.1',
  '192.0.2.65',
  '192.0.2.129',
  '203.0.113.1',
  '2001:db8::1',
  '2001:db8:1::1',
  '2001:db9::1',
];

/** Every packet between two pods, or a pod and an address, on a few ports. */
export function questions({ pods }: Cluster): Asked[] {
  const asked: Asked[] = [];
  for (const source of [...pods, ...OUTSIDE])
    for (const destination of [...pods, ...OUTSIDE]) {
      if (typeof source === 'string' && typeof destination === 'string') continue;
      for (const protocol of ['TCP', 'UDP', 'SCTP'] as const)
        for (const port of [1, 2, 3, 4, 5]) asked.push({ source, destination, protocol, port });
    }
  return asked;
}

export function reachability(cluster: Cluster, podBlocks: readonly string[]): PodReachability {
  const objects = Object.values(cluster).flatMap((list) => list as readonly Fields[]);
  const world = readPodWorld(
    objects.map((object, i) => ({ object, place: `cluster.yaml:${i + 1}:1` })),
    podBlocks,
  );
  expect(world.doubts).toEqual([]);
  return new PodReachability(world, OUTSIDE);
}

export function answer(reach: PodReachability, asked: Asked, reading: 'may' | 'must'): boolean {
  return hasPoint(passing(reach, asked, reading), servicePoint(protocolNumber(asked.protocol) as number, asked.port));
}

function passing(reach: PodReachability, { source, destination }: Asked, reading: 'may' | 'must'): IntervalSet {
  if (typeof source === 'string') return across(reach, destination as Fields, 'ingress', source, reading);
  if (typeof destination === 'string') return across(reach, source, 'egress', destination, reading);
  return reach.between(classOf(reach, source), classOf(reach, destination), reading);
}

function across(
  reach: PodReachability,
  pod: Fields,
  direction: 'ingress' | 'egress',
  address: string,
  reading: 'may' | 'must',
): IntervalSet {
  const point = reach.line.address(address)?.bounds[0] as number;
  const relation = reach.outside(classOf(reach, pod), direction, reading);
  return reach.line.algebra.relations.at(relation, (keys) => hasPoint(keys, point));
}

function classOf(reach: PodReachability, pod: Fields): PodClass {
  const { name, namespace } = pod['metadata'] as Fields;
  const key = `${namespace}/Pod/${name}`;
  return reach.line.classes.all.find((one) => one.workloads.some((workload) => workload.key === key)) as PodClass;
}
