import { podMakers } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';
import { POD_SECURITY } from '../standards';

export const k8sEscalation: Policy = {
  id: 'K8S-ESCALATION',
  title: { en: 'No process gets more rights than its container', zh: '禁止提权' },
  standard: POD_SECURITY,
  controls: [],
  severity: 'medium',
  scope: 'manifests',
  why: { en: 'One setuid binary in an image makes a user root.', zh: '镜像中的 setuid 程序可使普通用户提权。' },
  fix: { en: 'set `allowPrivilegeEscalation: false`', zh: '设置 `allowPrivilegeEscalation: false`' },
  check: ({ manifests }) =>
    lookAtEach(podMakers(manifests), ({ containers }) =>
      containers
        .filter(({ security }) => security['allowPrivilegeEscalation'] !== false)
        .map(({ name }) => ({
          about: name,
          message: { en: `processes of container ${name} may get more rights`, zh: `容器 ${name} 未禁止提权` },
        })),
    ),
};
