import { lookAtImages } from '../image-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const hostMin: Policy = {
  ...answering('HOST-MIN'),
  id: 'HOST-MIN',
  title: { en: 'Servers hold only what they need', zh: '最小安装' },
  severity: 'low',
  scope: 'design',
  why: { en: 'What is not there has no flaw.', zh: '未安装的组件不存在漏洞。' },
  fix: { en: 'make a minimal image', zh: '制作最小化镜像' },
  check: (subject) =>
    lookAtImages(subject, ({ image }) => {
      if (image.minimal === undefined) return 'undeclared';
      return image.minimal
        ? undefined
        : { en: `image ${image.key} holds more than is needed`, zh: `镜像 ${image.key} 未做最小化` };
    }),
};
