import { podMakers } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';
import { POD_SECURITY } from '../standards';

const NAMESPACES = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

export const k8sHost: Policy = {
  id: 'K8S-HOST',
  title: { en: 'No pod lives in the namespaces of its host', zh: '禁止共享宿主机命名空间' },
  standard: POD_SECURITY,
  controls: [],
  severity: 'high',
  scope: 'manifests',
  why: {
    en: 'On the network of the host no NetworkPolicy holds, and every process is seen.',
    zh: '使用宿主机网络时 NetworkPolicy 不生效，且可见全部进程。',
  },
  fix: { en: 'remove it', zh: '删除该设置' },
  check: ({ manifests }) =>
    lookAtEach(podMakers(manifests), ({ spec }) =>
      NAMESPACES.filter((one) => spec[one] === true).map((one) => ({
        about: one,
        message: { en: `the pod has \`${one}\``, zh: `Pod 设置了 \`${one}\`` },
      })),
    ),
};
