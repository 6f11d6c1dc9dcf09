import { lookAtImages } from '../image-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const imgSum: Policy = {
  ...answering('IMG-SUM'),
  id: 'IMG-SUM',
  title: { en: 'The checksum of every image is written down', zh: '镜像完整性校验' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'An image that was exchanged cannot be told from the right one without its checksum.',
    zh: '没有校验值就无法发现镜像被替换。',
  },
  fix: { en: 'write the checksum: sha256, sha512 or sm3', zh: '声明 sha256、sha512 或 sm3 校验值' },
  check: (subject) => lookAtImages(subject, ({ image }) => (image.checksum === undefined ? 'undeclared' : undefined)),
};
