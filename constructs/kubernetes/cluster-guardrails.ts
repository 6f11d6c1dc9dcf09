import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import type { AdministratorDesign, GuardrailsDesign } from '../../model/design/guardrails-design';
import { administratorRules, DEVELOPER, developerRules } from './administrator-rules';
import { type AdmissionRule, admissionRules } from './admission-rules';
import { metadata } from './metadata';

const OPENSTACK = 'cinder.csi.openstack.org';
const RBAC = 'rbac.authorization.k8s.io';

/** What holds for a whole cluster: what it refuses, its classes, and the roles of those who administer it. */
export class ClusterGuardrails extends pulumi.ComponentResource {
  private readonly child: pulumi.CustomResourceOptions = { parent: this };

  constructor(name: string, guardrails: GuardrailsDesign, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:ClusterGuardrails', name, {}, opts);
    for (const rule of admissionRules(guardrails)) this.refuse(rule);
    for (const { name, value, description } of guardrails.priorities)
      new k8s.scheduling.v1.PriorityClass(name, { metadata: metadata({ name }), value, description }, this.child);
    for (const { name, type } of guardrails.storageClasses) this.addStorageClass(name, type);
    const { name: ingressClass, controller } = guardrails.ingressClass;
    new k8s.networking.v1.IngressClass(
      ingressClass,
      { metadata: metadata({ name: ingressClass }), spec: { controller } },
      this.child,
    );
    const rules = [...developerRules];
    new k8s.rbac.v1.ClusterRole(DEVELOPER, { metadata: metadata({ name: DEVELOPER }), rules }, this.child);
    for (const administrator of guardrails.administrators) this.addAdministrator(administrator);
    this.registerOutputs({});
  }

  private refuse(rule: AdmissionRule): void {
    const { name, apiGroup, resources, validations, condition, exempt } = rule;
    const resourceRules = [
      { apiGroups: [apiGroup], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: [...resources] },
    ];
    new k8s.admissionregistration.v1.ValidatingAdmissionPolicy(
      name,
      {
        metadata: metadata({ name }),
        spec: {
          failurePolicy: 'Fail',
          matchConstraints: { resourceRules },
          ...(condition !== undefined && { matchConditions: [{ name: 'own', expression: condition }] }),
          validations: validations.map((one) => ({ ...one })),
        },
      },
      this.child,
    );
    const key = 'kubernetes.io/metadata.name';
    const elsewhere = { matchExpressions: [{ key, operator: 'NotIn', values: [...exempt] }] };
    new k8s.admissionregistration.v1.ValidatingAdmissionPolicyBinding(
      name,
      {
        metadata: metadata({ name }),
        spec: {
          policyName: name,
          validationActions: ['Deny', 'Audit'],
          ...(exempt.length > 0 && { matchResources: { namespaceSelector: elsewhere } }),
        },
      },
      this.child,
    );
  }

  /** The volume type encrypts; its key is in the key manager of the cloud. */
  private addStorageClass(name: string, type: string): void {
    new k8s.storage.v1.StorageClass(
      name,
      {
        metadata: metadata({ name }),
        provisioner: OPENSTACK,
        parameters: { type },
        allowVolumeExpansion: true,
        reclaimPolicy: 'Delete',
        volumeBindingMode: 'WaitForFirstConsumer',
      },
      this.child,
    );
  }

  /** A role that gathers parts by a label, so that whoever adds a kind of resource adds a part and edits no role. */
  private addAdministrator({ role, group }: AdministratorDesign): void {
    const name = `egov:${role}-administrator`;
    const label = { [`egov/aggregate-to-${role}-administrator`]: 'true' };
    new k8s.rbac.v1.ClusterRole(
      name,
      { metadata: metadata({ name }), aggregationRule: { clusterRoleSelectors: [{ matchLabels: label }] } },
      this.child,
    );
    const part = `${name}:egov`;
    const labels = { 'app.kubernetes.io/managed-by': 'egov', ...label };
    const rules = [...administratorRules[role]];
    new k8s.rbac.v1.ClusterRole(part, { metadata: metadata({ name: part, labels }), rules }, this.child);
    new k8s.rbac.v1.ClusterRoleBinding(
      name,
      {
        metadata: metadata({ name }),
        roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
        subjects: [{ apiGroup: RBAC, kind: 'Group', name: group }],
      },
      this.child,
    );
  }
}
