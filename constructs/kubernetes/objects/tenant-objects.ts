import type { types } from '@pulumi/kubernetes';
import type { NamespaceDesign } from '../../../model/design/namespace-design';
import { DEVELOPER } from './administrator-rules';
import { type KubernetesObject, metadata } from './kubernetes-object';
import { podPolicyObject } from './pod-policy-object';
import { binding } from './rbac';

/** Name of the service account that pods run as; it has no token and no rights. */
export const WORKLOAD_ACCOUNT = 'workload';

/** A system of a department: its namespace, first, with the walls around it. */
export function tenantObjects(design: NamespaceDesign): readonly KubernetesObject[] {
  const { name: namespace, labels, annotations, quota, limits, policies, group, pullSecret } = design;
  const { defaultRequest, default: usual, max } = limits;
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: metadata({ name: namespace, labels, annotations }) },
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: metadata({ name: 'quota', namespace }),
      spec: { hard: { ...quota } },
    } satisfies types.input.core.v1.ResourceQuota,
    {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: metadata({ name: 'limits', namespace }),
      spec: { limits: [{ type: 'Container', defaultRequest, default: usual, max }] },
    } satisfies types.input.core.v1.LimitRange,
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: metadata({ name: WORKLOAD_ACCOUNT, namespace }),
      automountServiceAccountToken: false,
      imagePullSecrets: [{ name: pullSecret }],
    } satisfies types.input.core.v1.ServiceAccount,
    binding({ name: 'developers', namespace }, DEVELOPER, group),
    ...policies.map((policy) => podPolicyObject(namespace, policy)),
  ];
}
