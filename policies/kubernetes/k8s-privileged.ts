import { fieldsAt, textsAt } from '../../model/manifest-fields';
import { podMakers } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';
import { POD_SECURITY } from '../standards';

/** What the profile `baseline` lets a container add. */
const HARMLESS = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

export const k8sPrivileged: Policy = {
  id: 'K8S-PRIVILEGED',
  title: { en: 'No container is privileged', zh: '禁止特权容器' },
  standard: POD_SECURITY,
  controls: [],
  severity: 'critical',
  scope: 'manifests',
  why: { en: 'A privileged container is root on its host.', zh: '特权容器等同于宿主机 root。' },
  fix: { en: 'remove `privileged` and the capability', zh: '删除 `privileged` 与多余的 capability' },
  check: ({ manifests }) =>
    lookAtEach(podMakers(manifests), ({ spec, containers }) => {
      const pod = fieldsAt(spec, 'securityContext', 'windowsOptions')['hostProcess'];
      return containers.flatMap(({ name, security }) => {
        const onHost = fieldsAt(security, 'windowsOptions')['hostProcess'] ?? pod;
        const added = textsAt(fieldsAt(security, 'capabilities'), 'add').filter((one) => !HARMLESS.has(one));
        return [
          ...(security['privileged'] === true
            ? [{ about: name, message: { en: `container ${name} is privileged`, zh: `容器 ${name} 为特权容器` } }]
            : []),
          ...(onHost === true
            ? [
                {
                  about: `${name} hostProcess`,
                  message: { en: `container ${name} is a process of its host`, zh: `容器 ${name} 为宿主机进程` },
                },
              ]
            : []),
          ...added.map((one) => ({
            about: `${name} ${one}`,
            message: { en: `container ${name} adds ${one}`, zh: `容器 ${name} 添加了 ${one}` },
          })),
        ];
      });
    }),
};
