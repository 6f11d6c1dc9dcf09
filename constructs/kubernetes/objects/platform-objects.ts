import type { types } from '@pulumi/kubernetes';
import type { PlatformNamespaceDesign, PlatformServicesDesign } from '../../../model/design/cluster-design';
import type { ClusterInputs } from '../../../model/design/cluster-inputs';
import { INGRESS_PORTS } from '../../../model/ingress-ports';
import { type KubernetesObject, metadata } from './kubernetes-object';
import { podPolicyObject } from './pod-policy-object';

/**
 * What the operator installs beside: a namespace for each service with its walls, and a ConfigMap that says which charts
 * of which versions belong there. Charts are referred to and never copied.
 */
export function platformObjects(services: PlatformServicesDesign, inputs: ClusterInputs): readonly KubernetesObject[] {
  const charts = services.charts.map(({ role, ...chart }) => [role, JSON.stringify(chart)] as const);
  return [
    ...services.namespaces.flatMap((namespace) => serviceObjects(namespace, inputs)),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadata({ name: 'egov-charts', namespace: 'kube-system' }),
      data: Object.fromEntries(charts),
    } satisfies types.input.core.v1.ConfigMap,
  ];
}

function serviceObjects(
  { name, role, labels, policies }: PlatformNamespaceDesign,
  { entrances }: ClusterInputs,
): readonly KubernetesObject[] {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: metadata({ name, labels }) };
  const walls = policies.map((policy) => podPolicyObject(name, policy));
  if (role !== 'ingress' || entrances.length === 0) return [namespace, ...walls];
  const peers = entrances.map((block) => ({ block }));
  const ports = INGRESS_PORTS.map((port) => ({ protocol: 'TCP' as const, port }));
  const purpose = 'load balancers of the plane';
  const entry = { name: 'from-entrances', pods: {}, ingress: [{ peers, ports }], purpose, place: '' };
  return [namespace, ...walls, podPolicyObject(name, entry)];
}
