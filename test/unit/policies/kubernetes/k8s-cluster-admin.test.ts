import { k8sClusterAdmin } from '../../../../policies/kubernetes/k8s-cluster-admin';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { object } from '../../../support/policies/pods';

const binding = (kind: string, role: string, subject: string, namespace?: string) =>
  object(
    kind,
    'b',
    { roleRef: { kind: 'ClusterRole', name: role }, subjects: [{ kind: 'Group', name: subject }] },
    namespace,
  );

test.each([
  ['a role of the namespace', binding('RoleBinding', 'edit', 'finance-team', 'finance'), ['pass']],
  ['the group of the control plane', binding('ClusterRoleBinding', 'cluster-admin', 'system:masters'), ['pass']],
  [
    'a department',
    binding('ClusterRoleBinding', 'cluster-admin', 'finance-team'),
    ['fail ClusterRoleBinding b · finance-team administers the whole cluster'],
  ],
  [
    'a department in its namespace',
    binding('RoleBinding', 'cluster-admin', 'finance-team', 'finance'),
    ['fail RoleBinding finance/b · finance-team administers everything in its namespace'],
  ],
  [
    'whoever asks',
    binding('ClusterRoleBinding', 'view', 'system:unauthenticated'),
    ['fail ClusterRoleBinding b · system:unauthenticated gets view'],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sClusterAdmin, [manifest]))).toEqual(expected);
});
