import type { AdministratorDesign } from '../../../model/design/guardrails-design';

/** What a role of Kubernetes may do: never with a star, so that the next release adds nothing to it. */
export interface AccessRule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly verbs: string[];
  /** @default - all of them */
  readonly resourceNames?: string[];
}

/** Name of the role that developers have in the namespaces of their department. */
export const DEVELOPER = 'egov:developer';

const READ = ['get', 'list', 'watch'];
const WRITE = [...READ, 'create', 'update', 'patch', 'delete'];

const allow = (apiGroup: string, resources: readonly string[], verbs: readonly string[]): AccessRule => ({
  apiGroups: [apiGroup],
  resources: [...resources],
  verbs: [...verbs],
});

/** What departments have, but for the content of their secrets. */
const DEPARTMENTS_READ: readonly AccessRule[] = [
  allow(
    '',
    [
      'configmaps',
      'events',
      'limitranges',
      'persistentvolumeclaims',
      'pods',
      'resourcequotas',
      'serviceaccounts',
      'services',
    ],
    READ,
  ),
  allow('apps', ['daemonsets', 'deployments', 'replicasets', 'statefulsets'], READ),
  allow('autoscaling', ['horizontalpodautoscalers'], READ),
  allow('batch', ['cronjobs', 'jobs'], READ),
  allow('networking.k8s.io', ['ingresses', 'networkpolicies'], READ),
  allow('policy', ['poddisruptionbudgets'], READ),
];

const CLUSTER_READ: readonly AccessRule[] = [
  allow('', ['namespaces', 'nodes', 'persistentvolumes'], READ),
  allow('admissionregistration.k8s.io', ['validatingadmissionpolicies', 'validatingadmissionpolicybindings'], READ),
  allow('networking.k8s.io', ['ingressclasses'], READ),
  allow('rbac.authorization.k8s.io', ['clusterrolebindings', 'clusterroles', 'rolebindings', 'roles'], READ),
  allow('scheduling.k8s.io', ['priorityclasses'], READ),
  allow('storage.k8s.io', ['storageclasses'], READ),
];

/** What supervision and audit see: everything but secrets. */
export const EVERYTHING_READ: readonly AccessRule[] = [...DEPARTMENTS_READ, ...CLUSTER_READ];

/**
 * The three separate administrators (三权分立): who runs the cluster grants no rights and sets no policy; who sets
 * policy runs nothing; who audits changes nothing. None of them reads a secret.
 */
export const administratorRules: Readonly<Record<AdministratorDesign['role'], readonly AccessRule[]>> = {
  system: [
    ...DEPARTMENTS_READ,
    allow('', ['limitranges', 'namespaces', 'nodes', 'persistentvolumes', 'resourcequotas'], WRITE),
    allow('', ['pods/eviction'], ['create']),
    allow('networking.k8s.io', ['ingressclasses'], WRITE),
    allow('scheduling.k8s.io', ['priorityclasses'], WRITE),
    allow('storage.k8s.io', ['storageclasses'], WRITE),
  ],
  security: [
    ...EVERYTHING_READ,
    allow('admissionregistration.k8s.io', ['validatingadmissionpolicies', 'validatingadmissionpolicybindings'], WRITE),
    allow('networking.k8s.io', ['networkpolicies'], WRITE),
    allow('rbac.authorization.k8s.io', ['clusterrolebindings', 'clusterroles', 'rolebindings', 'roles'], WRITE),
    // Kubernetes lets nobody hand out rights that he lacks, but for a role that he may bind.
    { ...allow('rbac.authorization.k8s.io', ['clusterroles'], ['bind']), resourceNames: [DEVELOPER] },
  ],
  audit: [...EVERYTHING_READ, allow('', ['pods/log'], ['get'])],
};

/** What developers do in the namespaces of their department: everything but its walls. */
export const developerRules: readonly AccessRule[] = [
  ...DEPARTMENTS_READ,
  allow('', ['pods/log'], ['get']),
  allow('', ['configmaps', 'persistentvolumeclaims', 'pods', 'secrets', 'services'], WRITE),
  allow('apps', ['deployments', 'deployments/scale', 'statefulsets', 'statefulsets/scale'], WRITE),
  allow('autoscaling', ['horizontalpodautoscalers'], WRITE),
  allow('batch', ['cronjobs', 'jobs'], WRITE),
  allow('networking.k8s.io', ['ingresses'], WRITE),
  allow('policy', ['poddisruptionbudgets'], WRITE),
];
