import { itemsAt } from '../../model/manifest-fields';
import { podMakers } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';
import { POD_SECURITY } from '../standards';

export const k8sHostPort: Policy = {
  id: 'K8S-HOST-PORT',
  title: { en: 'No container takes a port of its host', zh: '禁止使用宿主机端口' },
  standard: POD_SECURITY,
  controls: [],
  severity: 'medium',
  scope: 'manifests',
  why: { en: 'A port of the host is reached past every Service and rule.', zh: '宿主机端口绕过 Service 与访问规则。' },
  fix: { en: 'use a Service', zh: '改用 Service' },
  check: ({ manifests }) =>
    lookAtEach(podMakers(manifests), ({ containers }) =>
      containers.flatMap(({ name, fields }) =>
        itemsAt(fields, 'ports')
          .filter((one) => Number(one['hostPort'] ?? 0) > 0)
          .map((one) => ({
            about: `${name} ${String(one['hostPort'])}`,
            message: {
              en: `container ${name} takes port ${String(one['hostPort'])}`,
              zh: `容器 ${name} 占用 ${String(one['hostPort'])} 端口`,
            },
          })),
      ),
    ),
};
