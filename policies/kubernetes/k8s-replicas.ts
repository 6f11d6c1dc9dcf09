import { answering } from '../mlps/control';
import { fieldsAt } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';

export const k8sReplicas: Policy = {
  ...answering('HA-HOT'),
  id: 'K8S-REPLICAS',
  title: { en: 'Deployments lose a node and go on', zh: '工作负载多副本' },
  severity: 'medium',
  scope: 'manifests',
  why: { en: 'One pod is down whenever its node is drained.', zh: '单副本在节点维护时即中断。' },
  fix: { en: 'run two replicas or more', zh: '至少运行两个副本' },
  check: ({ manifests }) =>
    lookAtEach(
      manifests.filter((one) => one.kind === 'Deployment' || one.kind === 'StatefulSet'),
      ({ object }) =>
        Number(fieldsAt(object, 'spec')['replicas'] ?? 1) >= 2
          ? undefined
          : { en: 'it is one pod', zh: '仅有一个副本' },
    ),
};
