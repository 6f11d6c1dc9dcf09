import type { WrittenWorkload } from '../environment/workload-schema';
import { parseImage } from '../image-reference';
import { isLabelName, isLabelValue, kubernetesName } from '../kubernetes-name';
import { cpuText, mebibytes, memoryText, milliCores } from '../kubernetes-quantity';
import { KUBE_CLUSTER_NONE, KUBE_IMAGE, KUBE_LABEL, KUBE_REPLICAS, KUBE_SIZE } from '../problems/kubernetes-problems';
import { NAME_TAKEN } from '../problems/name-problems';
import { LEVEL_TOO_HIGH } from '../problems/tier-problems';
import { byKey, sortedEntries } from '../stable-hash';
import { type ClusterPlace, nodePoolOf } from './decide-cluster-places';
import { importanceOf } from './decide-systems';
import type { Decision } from './decision';
import { kubernetesLevel, type Size } from './kubernetes-levels';
import type { WorkloadDesign } from './workload-design';

export type WrittenSystem = Decision['values']['tenants'][string]['systems'][string];

/** A workload with what its namespace and the edges of it need to know. */
export interface DecidedWorkload {
  readonly design: WorkloadDesign;
  readonly cluster: ClusterPlace;
  readonly tenant: string;
  readonly systemKey: string;
  readonly system: WrittenSystem;
  readonly written: WrittenWorkload;
  readonly requests: Size;
  readonly limits: Size;
}

/** Every workload, by its key. One that has no place is left out, with the problem that says why. */
export function decideWorkloads(
  decision: Decision,
  clusters: ReadonlyMap<string, ClusterPlace>,
  namespaceOf: (tenant: string, system: string, stage: string) => string,
): ReadonlyMap<string, DecidedWorkload> {
  const decided = new Map<string, DecidedWorkload>();
  for (const [tenant, { systems }] of sortedEntries(decision.values.tenants))
    for (const [systemKey, system] of sortedEntries(systems))
      for (const [name, written] of sortedEntries(system.kubernetes?.workloads ?? {})) {
        const namespace = namespaceOf(tenant, systemKey, system.stage);
        const one = workload(decision, clusters, { tenant, systemKey, system, name, written, namespace });
        if (one !== undefined) decided.set(one.design.key, one);
      }
  return decided;
}

interface Asked {
  readonly tenant: string;
  readonly systemKey: string;
  readonly system: WrittenSystem;
  readonly name: string;
  readonly written: WrittenWorkload;
  readonly namespace: string;
}

function workload(
  decision: Decision,
  clusters: ReadonlyMap<string, ClusterPlace>,
  asked: Asked,
): DecidedWorkload | undefined {
  const { tenant, systemKey, system, name, written, namespace } = asked;
  const key = `${tenant}/${systemKey}/${name}`;
  const at = ['tenants', tenant, 'systems', systemKey, 'kubernetes', 'workloads', name];
  const place = decision.place(...at);
  const [cluster, kubernetes] = [clusters.get(written.plane), decision.values.kubernetes];
  if (cluster === undefined || kubernetes === undefined) {
    const known = [...clusters.keys()];
    if (!Object.hasOwn(kubernetes?.clusters ?? {}, written.plane))
      decision.report(KUBE_CLUSTER_NONE.at(place, { workload: key, plane: written.plane, known }));
    return undefined;
  }
  const what = { en: key, zh: `${key} ` };
  // Both may stand at the end of an edge.
  if (Object.hasOwn(system.tiers, name)) {
    const other = { en: 'a tier of the system', zh: '本系统的层' };
    decision.report(NAME_TAKEN.at(place, { what: { en: 'workload', zh: '工作负载' }, name, other }));
  }
  if (system.mlps > cluster.mlps) {
    const holder = { en: `cluster ${written.plane}`, zh: `集群 ${written.plane} ` };
    decision.report(LEVEL_TOO_HIGH.at(place, { what, level: system.mlps, holder, holderLevel: cluster.mlps }));
  }
  const pool = nodePoolOf(decision, cluster, system.mlps, what, place);
  checkImage(decision, key, written.image, kubernetes.registry, decision.place(...at, 'image'));
  const selector = { 'app.kubernetes.io/name': name };
  const own = { ...selector, ...ownLabels(decision, asked) };
  const labels = { ...writtenLabels(decision, key, written, own, at), ...own };
  const { requests, limits } = sizesOf(decision, key, asked, place);
  const level = kubernetesLevel(system.mlps);
  const design: WorkloadDesign = {
    key,
    name,
    namespace,
    role: written.role,
    labels: sorted(labels),
    selector,
    image: written.image,
    port: written.port,
    health: written.health,
    replicas: replicasOf(decision, key, asked, decision.place(...at, 'replicas')),
    requests: sizeText(requests),
    limits: sizeText(limits),
    nodes: pool?.labels ?? {},
    ...(pool?.taint && { toleration: pool.taint }),
    spread: level.spread,
    zoned: cluster.zones.length > 1,
    priority: importanceOf(system) === 'high' ? 'egov-high' : 'egov-normal',
    pullSecret: kubernetes.pullSecret,
    ...(written.entry && { entry: { ...written.entry, ingressClass: written.plane } }),
    place,
  };
  return { design, cluster, tenant, systemKey, system, written, requests, limits };
}

function ownLabels(decision: Decision, { tenant, systemKey, system, written }: Asked): Record<string, string> {
  return {
    'app.kubernetes.io/component': written.role,
    'app.kubernetes.io/managed-by': 'egov',
    'app.kubernetes.io/part-of': kubernetesName(tenant, systemKey),
    ...systemLabels(decision, tenant, systemKey, system, written.plane),
  };
}

/** What everything of a system carries (domain §10): its namespace, and its objects. */
export function systemLabels(
  decision: Decision,
  tenant: string,
  systemKey: string,
  system: WrittenSystem,
  plane: string,
): Record<string, string> {
  return {
    adcode: decision.values.adcode,
    'data-class': system.dataClass,
    dept: tenant,
    env: system.stage,
    mlps: `${system.mlps}`,
    plane,
    system: systemKey,
  };
}

function writtenLabels(
  decision: Decision,
  workload: string,
  { labels }: WrittenWorkload,
  own: Readonly<Record<string, string>>,
  at: readonly string[],
): Record<string, string> {
  const wrong = ([label, value]: readonly [string, string]) => {
    if (Object.hasOwn(own, label) || label.startsWith('pod-security.kubernetes.io/')) return 'own';
    if (!isLabelName(label)) return 'name';
    return isLabelValue(value) ? undefined : 'value';
  };
  for (const [label, value] of sortedEntries(labels)) {
    const fault = wrong([label, value]);
    const place = decision.place(...at, 'labels', label);
    if (fault !== undefined) decision.report(KUBE_LABEL.at(place, { workload, label, value, fault }));
  }
  return labels;
}

function checkImage(decision: Decision, workload: string, image: string, registry: string, place: string): void {
  const parsed = parseImage(image);
  const foreign = !image.startsWith(`${registry}/`);
  const fault = typeof parsed === 'string' ? parsed : foreign ? 'foreign' : undefined;
  if (fault !== undefined) decision.report(KUBE_IMAGE.at(place, { workload, image, registry, fault }));
}

function replicasOf(
  decision: Decision,
  workload: string,
  { system, written }: Asked,
  place: string,
): WorkloadDesign['replicas'] {
  const level = kubernetesLevel(system.mlps);
  const needed = system.stage === 'prod' ? level.replicas : 1;
  const { least, most } = written.replicas ?? { least: level.replicas, most: 3 * level.replicas };
  if (most < least || least < needed) decision.report(KUBE_REPLICAS.at(place, { workload, least, most, needed }));
  // A drain must be able to take one pod away.
  return { least, most, available: Math.max(0, Math.min(level.available, least - 1)) };
}

function sizesOf(decision: Decision, workload: string, { system, written }: Asked, place: string) {
  const { container } = kubernetesLevel(system.mlps);
  const size = (given: WrittenWorkload['requests'], usual: Size): Size => ({
    cpu: given?.cpu === undefined ? usual.cpu : milliCores(given.cpu),
    memory: given?.memory === undefined ? usual.memory : mebibytes(given.memory),
  });
  const requests = size(written.requests, container.requests);
  const usual = {
    cpu: Math.max(container.limits.cpu, requests.cpu),
    memory: Math.max(container.limits.memory, requests.memory),
  };
  const limits = size(written.limits, usual);
  const compare = (wanted: Size, limit: Size): void => {
    const [cpu, memory] = [
      { en: 'of CPU', zh: 'CPU' },
      { en: 'of memory', zh: '内存' },
    ];
    const [asked, most] = [sizeText(wanted), sizeText(limit)];
    if (wanted.cpu > limit.cpu)
      decision.report(KUBE_SIZE.at(place, { workload, what: cpu, wanted: asked.cpu, limit: most.cpu }));
    if (wanted.memory > limit.memory)
      decision.report(KUBE_SIZE.at(place, { workload, what: memory, wanted: asked.memory, limit: most.memory }));
  };
  compare(requests, limits);
  compare(limits, container.most);
  return { requests, limits };
}

export function sizeText({ cpu, memory }: Size): { readonly cpu: string; readonly memory: string } {
  return { cpu: cpuText(cpu), memory: memoryText(memory) };
}

export function sorted(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => byKey(a, b)));
}
