import { EVERYTHING_READ } from './administrator-rules';
import type { KubernetesObject } from './kubernetes-object';
import { binding, clusterRole } from './rbac';

const SUPERVISION = 'egov:supervision';

/** The supervision of the operator (1+N 云综合监管): it reads everything but secrets, and writes nothing. */
export function supervisionObjects({ group }: { readonly group: string }): readonly KubernetesObject[] {
  const head = { name: SUPERVISION };
  return [clusterRole(head, EVERYTHING_READ), binding(head, SUPERVISION, group)];
}
