import { setTimeout as after } from 'node:timers/promises';
import type { ObjectChange } from '../../engines/pulumi/pulumi-change';
import type { Problem } from '../../model/problem';
import { CLUSTER_LEFT } from '../../model/problems/cluster-problems';
import { type ClusterClient, type ListedObject, reasonOf } from './cluster-client';

/** An object of ours that no state knows. */
export interface LeftObject extends ObjectChange {
  readonly action: 'destroy';
  /** Path in the API. */
  readonly path: string;
}

/**
 * The kinds that a stack makes for a whole cluster, in the order in which they go: what refuses first, rights last. All
 * else is in namespaces, and goes with them.
 */
export const CLUSTER_KINDS = [
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', 'validatingadmissionpolicybindings'],
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'validatingadmissionpolicies'],
  ['v1', 'Namespace', 'namespaces'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'clusterrolebindings'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles'],
  ['scheduling.k8s.io/v1', 'PriorityClass', 'priorityclasses'],
  ['storage.k8s.io/v1', 'StorageClass', 'storageclasses'],
  ['networking.k8s.io/v1', 'IngressClass', 'ingressclasses'],
] as const;

/** The kinds that it makes in namespaces. */
export const NAMESPACED_KINDS = [
  ['v1', 'ConfigMap', 'configmaps'],
  ['v1', 'LimitRange', 'limitranges'],
  ['v1', 'ResourceQuota', 'resourcequotas'],
  ['v1', 'Service', 'services'],
  ['v1', 'ServiceAccount', 'serviceaccounts'],
  ['apps/v1', 'Deployment', 'deployments'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers'],
  ['networking.k8s.io/v1', 'Ingress', 'ingresses'],
  ['networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies'],
  ['policy/v1', 'PodDisruptionBudget', 'poddisruptionbudgets'],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings'],
] as const;

type Kind = readonly [version: string, kind: string, plural: string];

const OURS = 'labelSelector=app.kubernetes.io%2Fmanaged-by%3Degov';

/**
 * Objects that carry our label and are not among the `known` addresses of a state. An apply that was killed leaves them:
 * Pulumi writes its state at the end. Throws ProblemsError where the cluster does not answer.
 */
export async function leftObjects(
  client: ClusterClient,
  known: ReadonlySet<string>,
  kinds: readonly Kind[] = CLUSTER_KINDS,
): Promise<LeftObject[]> {
  const left: LeftObject[] = [];
  for (const [version, kind, plural] of kinds) {
    const collection = pathOf(version, plural);
    const type = `${version === 'v1' ? 'core/v1' : version}:${kind}`;
    for (const { metadata } of await client.list(`${collection}?${OURS}`)) {
      const { namespace, name } = metadata;
      const address = `${type} ${namespace === undefined ? name : `${namespace}/${name}`}`;
      if (known.has(address)) continue;
      const path = pathOf(version, plural, metadata);
      left.push({ address, type: `kubernetes:${type}`, action: 'destroy', fields: [], path });
    }
  }
  return left;
}

function pathOf(version: string, plural: string, object?: ListedObject['metadata']): string {
  const inside = object?.namespace === undefined ? '' : `/namespaces/${object.namespace}`;
  const name = object === undefined ? '' : `/${object.name}`;
  return `${version.includes('/') ? '/apis' : '/api'}/${version}${inside}/${plural}${name}`;
}

/** How long a namespace may take to end with all that is in it, in milliseconds. */
const PATIENCE = 120_000;
const LOOK = 500;

/** Takes them away, and waits until they are gone. Answers a problem for each that stays. */
export async function takeLeftAway(
  client: ClusterClient,
  stack: string,
  left: readonly LeftObject[],
  patience = PATIENCE,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const going: LeftObject[] = [];
  for (const one of left) {
    const answer = await client.remove(one.path);
    if (answer.status < 400) going.push(one);
    else if (answer.status !== 404) problems.push(stays(stack, one, reasonOf(answer)));
  }
  for (const one of going) {
    const end = Date.now() + patience;
    let found = await client.get(one.path);
    while (found.status !== 404 && Date.now() < end) {
      await after(LOOK);
      found = await client.get(one.path);
    }
    if (found.status !== 404) problems.push(stays(stack, one, 'it is still there'));
  }
  return problems;
}

function stays(stack: string, { address }: LeftObject, reason: string): Problem {
  return CLUSTER_LEFT.at(`${stack} ${address}`, { reason });
}
