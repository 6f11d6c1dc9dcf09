import { fieldsAt } from '../../model/manifest-fields';
import type { Manifest } from '../manifest';
import { answering } from '../mlps/control';
import { lookAtEach, type Policy } from '../policy';

export const k8sReplicas: Policy = {
  ...answering('HA-HOT'),
  id: 'K8S-REPLICAS',
  title: { en: 'Deployments lose a node and go on', zh: '工作负载多副本' },
  severity: 'medium',
  scope: 'manifests',
  whole: true,
  why: { en: 'One pod is down whenever its node is drained.', zh: '单副本在节点维护时即中断。' },
  fix: { en: 'run two replicas or more', zh: '至少运行两个副本' },
  check: ({ manifests }) =>
    lookAtEach(
      manifests.filter((one) => one.kind === 'Deployment' || one.kind === 'StatefulSet'),
      (one) => (fewest(one, manifests) >= 2 ? undefined : { en: 'it may be one pod', zh: '可能仅有一个副本' }),
    ),
};

/** How many pods there are at the least: what scales them decides, where something does. */
function fewest({ kind, name, namespace, object }: Manifest, all: readonly Manifest[]): number {
  const scaled = all.find((one) => {
    const target = fieldsAt(one.object, 'spec', 'scaleTargetRef');
    const same = target['kind'] === kind && target['name'] === name && one.namespace === namespace;
    return one.kind === 'HorizontalPodAutoscaler' && same;
  });
  return Number(fieldsAt((scaled ?? { object }).object, 'spec')[scaled ? 'minReplicas' : 'replicas'] ?? 1);
}
