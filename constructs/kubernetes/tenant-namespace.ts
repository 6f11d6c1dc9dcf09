import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import type { NamespaceDesign } from '../../model/design/namespace-design';
import { DEVELOPER } from './administrator-rules';
import { metadata, resourceName } from './metadata';
import { podPolicy } from './pod-policy';

const RBAC = 'rbac.authorization.k8s.io';

/** Name of the service account that pods run as; it has no token and no rights. */
export const WORKLOAD_ACCOUNT = 'workload';

/** A system of a department: its namespace with the walls around it. */
export class TenantNamespace extends pulumi.ComponentResource {
  /** What everything in the namespace comes after. */
  readonly namespace: k8s.core.v1.Namespace;

  constructor(name: string, design: NamespaceDesign, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:TenantNamespace', name, {}, opts);
    const { labels, annotations, quota, limits, policies, group, pullSecret } = design;
    const namespace = design.name;
    this.namespace = new k8s.core.v1.Namespace(
      namespace,
      { metadata: metadata({ name: namespace, labels, annotations }) },
      { parent: this },
    );
    const child: pulumi.CustomResourceOptions = { parent: this, dependsOn: this.namespace };
    const own = (name: string) => ({ id: resourceName({ name, namespace }), metadata: metadata({ name, namespace }) });

    const [hard, range] = [own('quota'), own('limits')];
    new k8s.core.v1.ResourceQuota(hard.id, { metadata: hard.metadata, spec: { hard: { ...quota } } }, child);
    const { defaultRequest, default: usual, max } = limits;
    new k8s.core.v1.LimitRange(
      range.id,
      { metadata: range.metadata, spec: { limits: [{ type: 'Container', defaultRequest, default: usual, max }] } },
      child,
    );
    const account = own(WORKLOAD_ACCOUNT);
    new k8s.core.v1.ServiceAccount(
      account.id,
      { metadata: account.metadata, automountServiceAccountToken: false, imagePullSecrets: [{ name: pullSecret }] },
      child,
    );
    const binding = own('developers');
    new k8s.rbac.v1.RoleBinding(
      binding.id,
      {
        metadata: binding.metadata,
        roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: DEVELOPER },
        subjects: [{ apiGroup: RBAC, kind: 'Group', name: group }],
      },
      child,
    );
    for (const policy of policies) podPolicy(namespace, policy, child);
    this.registerOutputs({});
  }
}
