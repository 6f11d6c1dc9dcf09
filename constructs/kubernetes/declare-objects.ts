import * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';
import { type KubernetesObject, objectName } from './objects/kubernetes-object';

/**
 * Makes the objects of a component its children. What is in a namespace comes after it where the component makes it, too;
 * all of them come after what the component comes after, of which Pulumi gives children nothing. Returns the namespaces
 * by their names.
 */
export function declareObjects(
  parent: pulumi.ComponentResource,
  objects: readonly KubernetesObject[],
  { dependsOn }: pulumi.ComponentResourceOptions = {},
): ReadonlyMap<string, pulumi.CustomResource> {
  const namespaces = new Map<string, pulumi.CustomResource>();
  for (const object of objects) {
    const { namespace } = object.metadata;
    const after = (namespace === undefined ? undefined : namespaces.get(namespace)) ?? dependsOn;
    const made = declare(object, { parent, ...(after !== undefined && { dependsOn: after }) });
    if (object.kind === 'Namespace') namespaces.set(object.metadata.name, made);
  }
  return namespaces;
}

/**
 * What the program says of a field holds: a change that somebody else made is named by a preview and taken back by an
 * `up`, where without the annotation server-side apply would refuse.
 */
const FORCED = { 'pulumi.com/patchForce': 'true' };
/** Nothing waits for pods to be ready: one department with a broken image must not hold up the others. */
const NOT_AWAITED = { 'pulumi.com/skipAwait': 'true' };

function declare(object: KubernetesObject, opts: pulumi.CustomResourceOptions): pulumi.CustomResource {
  const { apiVersion, kind, metadata, ...rest } = object;
  const of = CLASSES[`${apiVersion} ${kind}`];
  if (of === undefined) throw new Error(`no resource of Pulumi is known for ${apiVersion} ${kind}`);
  const own = { ...metadata.annotations, ...FORCED, ...(OF_WORKLOADS.has(kind) && NOT_AWAITED) };
  const args = { ...rest, metadata: { ...metadata, annotations: own } };
  // Each was checked against its class's own type where it is written.
  return new of(objectName(metadata), args as never, opts);
}

const OF_WORKLOADS = new Set(['Deployment', 'Service', 'PodDisruptionBudget', 'HorizontalPodAutoscaler', 'Ingress']);

type ObjectClass = new (name: string, args: never, opts: pulumi.CustomResourceOptions) => pulumi.CustomResource;

const CLASSES: Readonly<Record<string, ObjectClass>> = {
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy': k8s.admissionregistration.v1.ValidatingAdmissionPolicy,
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding':
    k8s.admissionregistration.v1.ValidatingAdmissionPolicyBinding,
  'apps/v1 Deployment': k8s.apps.v1.Deployment,
  'autoscaling/v2 HorizontalPodAutoscaler': k8s.autoscaling.v2.HorizontalPodAutoscaler,
  'networking.k8s.io/v1 Ingress': k8s.networking.v1.Ingress,
  'networking.k8s.io/v1 IngressClass': k8s.networking.v1.IngressClass,
  'networking.k8s.io/v1 NetworkPolicy': k8s.networking.v1.NetworkPolicy,
  'policy/v1 PodDisruptionBudget': k8s.policy.v1.PodDisruptionBudget,
  'rbac.authorization.k8s.io/v1 ClusterRole': k8s.rbac.v1.ClusterRole,
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': k8s.rbac.v1.ClusterRoleBinding,
  'rbac.authorization.k8s.io/v1 RoleBinding': k8s.rbac.v1.RoleBinding,
  'scheduling.k8s.io/v1 PriorityClass': k8s.scheduling.v1.PriorityClass,
  'storage.k8s.io/v1 StorageClass': k8s.storage.v1.StorageClass,
  'v1 ConfigMap': k8s.core.v1.ConfigMap,
  'v1 LimitRange': k8s.core.v1.LimitRange,
  'v1 Namespace': k8s.core.v1.Namespace,
  'v1 ResourceQuota': k8s.core.v1.ResourceQuota,
  'v1 Service': k8s.core.v1.Service,
  'v1 ServiceAccount': k8s.core.v1.ServiceAccount,
};
