import { answering } from '../mlps/control';
import { podMakers } from '../pod-spec';
import { lookAtEach, type Policy } from '../policy';

const DIGEST = /@sha256:[0-9a-f]{64}$/;

export const k8sDigest: Policy = {
  ...answering('IMG-SUM'),
  id: 'K8S-DIGEST',
  title: { en: 'Images of containers are named by digest', zh: '容器镜像以摘要引用' },
  severity: 'high',
  scope: 'manifests',
  why: {
    en: 'A tag is moved by whoever may push; a digest is the image.',
    zh: '标签可被重新指向，摘要则唯一对应镜像内容。',
  },
  fix: { en: 'write `@sha256:…` behind the image', zh: '在镜像后写明 `@sha256:…`' },
  check: ({ manifests }) =>
    lookAtEach(podMakers(manifests), ({ containers }) =>
      containers
        .filter(({ fields }) => !DIGEST.test(String(fields['image'] ?? '')))
        .map(({ name, fields }) => ({
          about: name,
          message: {
            en: `container ${name} runs whatever ${String(fields['image'] ?? 'nothing')} is`,
            zh: `容器 ${name} 的镜像 ${String(fields['image'] ?? '')} 未固定摘要`,
          },
        })),
    ),
};
