import { lookAtImages } from '../image-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const imgHard: Policy = {
  ...answering('IMG-HARD'),
  id: 'IMG-HARD',
  title: { en: 'Important systems boot from hardened images', zh: '重要业务使用加固镜像' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'What an image leaves open is open in every server that boots from it.',
    zh: '镜像中的薄弱项会带入由其启动的每一台服务器。',
  },
  fix: { en: 'make the image by a baseline and name it', zh: '按加固基线制作镜像并声明基线编号' },
  check: (subject) =>
    lookAtImages(
      subject,
      ({ image }) => (image.baseline === undefined ? 'undeclared' : undefined),
      ({ important }) => important,
    ),
};
