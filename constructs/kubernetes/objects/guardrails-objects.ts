import type { types } from '@pulumi/kubernetes';
import type { AdministratorDesign, GuardrailsDesign } from '../../../model/design/guardrails-design';
import { administratorRules, DEVELOPER, developerRules } from './administrator-rules';
import { type AdmissionRule, admissionRules } from './admission-rules';
import { type KubernetesObject, metadata } from './kubernetes-object';
import { binding, clusterRole, gatheringRole } from './rbac';

const OPENSTACK = 'cinder.csi.openstack.org';
const ADMISSION = 'admissionregistration.k8s.io/v1';

/** What holds for a whole cluster: what it refuses, its classes, and the roles of those who administer it. */
export function guardrailsObjects(guardrails: GuardrailsDesign): readonly KubernetesObject[] {
  const { priorities, storageClasses, ingressClass, administrators } = guardrails;
  return [
    ...admissionRules(guardrails).flatMap(refusal),
    ...priorities.map(({ name, value, description }) => ({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: metadata({ name }),
      value,
      description,
    })),
    ...storageClasses.map(storageClass),
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: metadata({ name: ingressClass.name }),
      spec: { controller: ingressClass.controller },
    },
    clusterRole({ name: DEVELOPER }, developerRules),
    ...administrators.flatMap(administrator),
  ];
}

function refusal({
  name,
  apiGroup,
  resources,
  validations,
  condition,
  exempt,
}: AdmissionRule): readonly KubernetesObject[] {
  const resourceRules = [
    { apiGroups: [apiGroup], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: [...resources] },
  ];
  const key = 'kubernetes.io/metadata.name';
  const elsewhere = { matchExpressions: [{ key, operator: 'NotIn', values: [...exempt] }] };
  return [
    {
      apiVersion: ADMISSION,
      kind: 'ValidatingAdmissionPolicy',
      metadata: metadata({ name }),
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: { resourceRules },
        ...(condition !== undefined && { matchConditions: [{ name: 'own', expression: condition }] }),
        validations: validations.map((one) => ({ ...one })),
      },
    } satisfies types.input.admissionregistration.v1.ValidatingAdmissionPolicy,
    {
      apiVersion: ADMISSION,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: metadata({ name }),
      spec: {
        policyName: name,
        validationActions: ['Deny', 'Audit'],
        ...(exempt.length > 0 && { matchResources: { namespaceSelector: elsewhere } }),
      },
    } satisfies types.input.admissionregistration.v1.ValidatingAdmissionPolicyBinding,
  ];
}

/** The volume type encrypts; its key is in the key manager of the cloud. */
function storageClass({ name, type }: GuardrailsDesign['storageClasses'][number]): KubernetesObject {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: metadata({ name }),
    provisioner: OPENSTACK,
    parameters: { type },
    allowVolumeExpansion: true,
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
  } satisfies types.input.storage.v1.StorageClass;
}

/** A role that gathers parts by a label, so that whoever adds a kind of resource adds a part and edits no role. */
function administrator({ role, group }: AdministratorDesign): readonly KubernetesObject[] {
  const name = `egov:${role}-administrator`;
  const label = { [`egov/aggregate-to-${role}-administrator`]: 'true' };
  const labels = { 'app.kubernetes.io/managed-by': 'egov', ...label };
  return [
    gatheringRole(name, label),
    clusterRole({ name: `${name}:egov`, labels }, administratorRules[role]),
    binding({ name }, name, group),
  ];
}
