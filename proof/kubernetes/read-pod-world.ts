import { type Fields, fieldsAt, itemsAt, POD_TEMPLATES } from '../../model/manifest-fields';
import type { AdminPolicy, PodPolicy, Protocol } from './pod-policy';
import type { ContainerPort, Namespace, PodDoubt, PodWorld, Workload } from './pod-world';
import { ADMIN_KINDS, readAdminPolicy } from './read-admin-policy';
import { readPodPolicy } from './read-pod-policy';

/** A Kubernetes object as plain data, and where it was read. */
export interface PlacedObject {
  readonly object: Fields;
  readonly place: string;
}

/** Namespaces that every cluster has, with the one label that the API server gives each. */
const STANDING = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];
const NAME_LABEL = 'kubernetes.io/metadata.name';
/** Kinds of other makers that filter packets too: `CiliumNetworkPolicy`, `GlobalNetworkPolicy`, `EgressFirewall` … */
const FOREIGN = /(NetworkPolicy|EgressFirewall|NetworkSet|Tier)$/;
const KUBERNETES = /^(networking\.k8s\.io|policy\.networking\.k8s\.io)\//;

/** The namespaces, workloads and network policies among some manifests; `podBlocks` as in PodWorld. */
export function readPodWorld(objects: Iterable<PlacedObject>, podBlocks: readonly string[] = []): PodWorld {
  const namespaces = new Map<string, Namespace>();
  const workloads: Workload[] = [];
  const policies: PodPolicy[] = [];
  const adminPolicies: AdminPolicy[] = [];
  const doubts: PodDoubt[] = [];
  for (const { object, place } of objects) {
    const kind = String(object['kind']);
    const ours = KUBERNETES.test(String(object['apiVersion']));
    if (kind === 'Namespace') {
      const namespace = namespaceOf(object, place);
      namespaces.set(namespace.name, namespace);
    } else if (POD_TEMPLATES[kind]) workloads.push(workloadOf(object, kind, POD_TEMPLATES[kind], place));
    else if (kind === 'NetworkPolicy' && ours) {
      const read = readPodPolicy(object, place);
      policies.push(read.policy);
      doubts.push(...read.doubts);
    } else if (ADMIN_KINDS.includes(kind) && ours) {
      const read = readAdminPolicy(object, place);
      adminPolicies.push(read.policy);
      doubts.push(...read.doubts);
    } else if (FOREIGN.test(kind)) doubts.push({ place, what: `${kind} ${nameOf(object)} of ${object['apiVersion']}` });
  }
  for (const { namespace, place } of [...workloads, ...policies]) {
    if (namespaces.has(namespace)) continue;
    namespaces.set(namespace, { name: namespace, labels: { [NAME_LABEL]: namespace }, place });
    if (!STANDING.includes(namespace)) doubts.push({ place, what: `the labels of namespace ${namespace}` });
  }
  return { namespaces, workloads, policies, adminPolicies, podBlocks, doubts };
}

function namespaceOf(object: Fields, place: string): Namespace {
  const name = nameOf(object);
  return { name, labels: { ...labelsAt(object), [NAME_LABEL]: name }, place };
}

function workloadOf(object: Fields, kind: string, path: readonly string[], place: string): Workload {
  const namespace = String(fieldsAt(object, 'metadata')['namespace'] ?? 'default');
  const template = fieldsAt(object, ...path);
  const spec = fieldsAt(template, 'spec');
  const running = itemsAt(spec, 'containers');
  // An init container that is restarted runs beside the others (a sidecar), and its ports have names too.
  const sidecars = itemsAt(spec, 'initContainers').filter((one) => one['restartPolicy'] === 'Always');
  return {
    key: `${namespace}/${kind}/${nameOf(object)}`,
    namespace,
    labels: labelsAt(template),
    ports: [...running, ...sidecars].flatMap((one) => itemsAt(one, 'ports').map(portOf)),
    hostNetwork: spec['hostNetwork'] === true,
    place,
  };
}

function portOf(port: Fields): ContainerPort {
  const name = port['name'];
  return {
    ...(typeof name === 'string' && { name }),
    protocol: (port['protocol'] ?? 'TCP') as Protocol,
    port: Number(port['containerPort']),
  };
}

function labelsAt(object: Fields): Readonly<Record<string, string>> {
  const labels = Object.entries(fieldsAt(object, 'metadata', 'labels'));
  return Object.fromEntries(labels.map(([key, value]) => [key, String(value)]));
}

function nameOf(object: Fields): string {
  const { name, generateName } = fieldsAt(object, 'metadata') as Fields;
  return String(name ?? generateName ?? '');
}
