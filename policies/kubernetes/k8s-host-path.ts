import { fieldsAt, itemsAt } from '../../model/manifest-fields';
import type { Text } from '../../model/text';
import { podMakers } from '../pod-spec';
import { lookAtEach, type Policy, together } from '../policy';
import { POD_SECURITY } from '../standards';

export const k8sHostPath: Policy = {
  id: 'K8S-HOST-PATH',
  title: { en: 'No pod sees the files of its host', zh: '禁止挂载宿主机路径' },
  standard: POD_SECURITY,
  controls: [],
  severity: 'high',
  scope: 'manifests',
  why: {
    en: 'With /var/run or /etc of the host a pod is the host.',
    zh: '挂载宿主机 /var/run 或 /etc 即可控制宿主机。',
  },
  fix: { en: 'use a persistent volume or an empty one', zh: '改用持久卷或 emptyDir' },
  check: ({ manifests }) =>
    together(
      lookAtEach(podMakers(manifests), ({ spec }) =>
        itemsAt(spec, 'volumes')
          .filter((one) => one['hostPath'] !== undefined)
          .map((one) => ({ about: String(one['name']), message: mounts(one) })),
      ),
      lookAtEach(
        manifests.filter((one) => one.kind === 'PersistentVolume'),
        ({ object }) => {
          const spec = fieldsAt(object, 'spec');
          return spec['hostPath'] === undefined ? undefined : mounts(spec);
        },
      ),
    ),
};

function mounts(volume: Readonly<Record<string, unknown>>): Text {
  const path = String(fieldsAt(volume, 'hostPath')['path'] ?? '');
  return { en: `it mounts ${path} of the host`, zh: `挂载了宿主机 ${path}` };
}
