import type { types } from '@pulumi/kubernetes';
import type { AccessRule } from './administrator-rules';
import { type KubernetesObject, type MetadataProps, metadata } from './kubernetes-object';

const GROUP = 'rbac.authorization.k8s.io';
const API = 'rbac.authorization.k8s.io/v1';

export function clusterRole(head: MetadataProps, rules: readonly AccessRule[]): KubernetesObject {
  return {
    apiVersion: API,
    kind: 'ClusterRole',
    metadata: metadata(head),
    rules: [...rules],
  } satisfies types.input.rbac.v1.ClusterRole;
}

/** A role that gathers the rules of all roles with this label. */
export function gatheringRole(name: string, matchLabels: Readonly<Record<string, string>>): KubernetesObject {
  const aggregationRule = { clusterRoleSelectors: [{ matchLabels }] };
  return { apiVersion: API, kind: 'ClusterRole', metadata: metadata({ name }), aggregationRule };
}

/** Gives a group a role: in the namespace of the binding, or in the whole cluster where it has none. */
export function binding(head: MetadataProps, role: string, group: string): KubernetesObject {
  return {
    apiVersion: API,
    kind: head.namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
    metadata: metadata(head),
    roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: role },
    subjects: [{ apiGroup: GROUP, kind: 'Group', name: group }],
  };
}
