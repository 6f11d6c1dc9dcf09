import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { EVERYTHING_READ } from './administrator-rules';
import { metadata } from './metadata';

const RBAC = 'rbac.authorization.k8s.io';
const SUPERVISION = 'egov:supervision';

/** The supervision of the operator (1+N 云综合监管): it reads everything but secrets, and writes nothing. */
export class SupervisionReader extends pulumi.ComponentResource {
  constructor(name: string, { group }: { readonly group: string }, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:SupervisionReader', name, {}, opts);
    const [head, child] = [metadata({ name: SUPERVISION }), { parent: this }];
    new k8s.rbac.v1.ClusterRole(SUPERVISION, { metadata: head, rules: [...EVERYTHING_READ] }, child);
    new k8s.rbac.v1.ClusterRoleBinding(
      SUPERVISION,
      {
        metadata: head,
        roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: SUPERVISION },
        subjects: [{ apiGroup: RBAC, kind: 'Group', name: group }],
      },
      child,
    );
    this.registerOutputs({});
  }
}
