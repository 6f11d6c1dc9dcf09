import { lookAtImages } from '../image-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const hostAv: Policy = {
  ...answering('HOST-AV'),
  id: 'HOST-AV',
  title: { en: 'Every server has anti-malware', zh: '主机防恶意代码' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'What passes the edge in an encrypted connection is seen on the server only.',
    zh: '经加密连接进入的恶意代码只有在主机上才能发现。',
  },
  fix: { en: 'put the agent into the image', zh: '镜像内置防病毒代理' },
  check: (subject) =>
    lookAtImages(subject, ({ image }) => {
      if (image.agents === undefined) return 'undeclared';
      if (image.agents.includes('antivirus')) return undefined;
      return { en: `image ${image.key} has no anti-malware`, zh: `镜像 ${image.key} 无防病毒代理` };
    }),
};
