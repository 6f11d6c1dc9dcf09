import { lookAtImages } from '../image-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const hostIds: Policy = {
  ...answering('HOST-IDS'),
  id: 'HOST-IDS',
  title: { en: 'Important servers notice that somebody broke in', zh: '重要节点入侵检测' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'An intruder who is on the server already crosses no boundary any more.',
    zh: '已进入主机的攻击者不再经过任何边界。',
  },
  fix: { en: 'put the agent into the image', zh: '镜像内置入侵检测代理' },
  check: (subject) =>
    lookAtImages(
      subject,
      ({ image }) => {
        if (image.agents === undefined) return 'undeclared';
        if (image.agents.includes('intrusion')) return undefined;
        return { en: `image ${image.key} notices no intrusion`, zh: `镜像 ${image.key} 无入侵检测代理` };
      },
      ({ important }) => important,
    ),
};
