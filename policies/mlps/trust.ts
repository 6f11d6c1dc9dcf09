import { lookAtImages } from '../image-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const trust: Policy = {
  ...answering('TRUST'),
  id: 'TRUST',
  title: { en: 'Servers boot under a root of trust', zh: '可信验证' },
  severity: 'low',
  scope: 'design',
  why: {
    en: 'What is loaded before the system can hide from everything in it.',
    zh: '先于操作系统加载的代码可以躲过系统内的一切检测。',
  },
  fix: { en: 'turn on UEFI Secure Boot and a TPM 2.0 for the image', zh: '镜像启用 UEFI 安全启动与 TPM 2.0' },
  check: (subject) =>
    lookAtImages(subject, ({ image: { key, secureBoot, tpm } }) => {
      if (secureBoot === undefined || tpm === undefined) return 'undeclared';
      if (secureBoot && tpm) return undefined;
      return { en: `image ${key} boots without a root of trust`, zh: `镜像 ${key} 启动未经可信验证` };
    }),
};
