import { lookAtImages } from '../image-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const imgConf: Policy = {
  ...answering('IMG-CONF'),
  id: 'IMG-CONF',
  title: { en: 'Nobody outside can look into an image', zh: '镜像不公开' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Images hold addresses, keys and settings that somebody forgot to take out.',
    zh: '镜像中常遗留地址、密钥与配置信息。',
  },
  fix: { en: 'make the image private, or share it with single projects', zh: '镜像设为 private 或仅共享给指定项目' },
  check: (subject) =>
    lookAtImages(subject, ({ image }) => {
      if (image.visibility === undefined) return 'undeclared';
      if (image.visibility === 'private' || image.visibility === 'shared') return undefined;
      return { en: `image ${image.key} is ${image.visibility}`, zh: `镜像 ${image.key} 为 ${image.visibility}` };
    }),
};
