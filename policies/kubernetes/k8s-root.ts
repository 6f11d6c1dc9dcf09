import { fieldsAt } from '../../model/manifest-fields';
import { podMakers } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';
import { POD_SECURITY } from '../standards';

export const k8sRoot: Policy = {
  id: 'K8S-ROOT',
  title: { en: 'No container runs as root', zh: '容器不以 root 运行' },
  standard: POD_SECURITY,
  controls: [],
  severity: 'medium',
  scope: 'manifests',
  why: {
    en: 'Who breaks out of a container is on the host whom he was in it.',
    zh: '容器逃逸后，攻击者在宿主机上保持容器内的身份。',
  },
  fix: { en: 'set `runAsNonRoot: true`', zh: '设置 `runAsNonRoot: true`' },
  check: ({ manifests }) =>
    lookAtEach(podMakers(manifests), ({ spec, containers }) => {
      const pod = fieldsAt(spec, 'securityContext');
      return containers
        .filter(({ security }) => {
          const user = security['runAsUser'] ?? pod['runAsUser'];
          return user === 0 || (security['runAsNonRoot'] ?? pod['runAsNonRoot']) !== true;
        })
        .map(({ name }) => ({
          about: name,
          message: { en: `container ${name} may run as root`, zh: `容器 ${name} 可能以 root 运行` },
        }));
    }),
};
