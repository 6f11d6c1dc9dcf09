import { lookAtIngress } from '../group-look';
import type { Policy } from '../policy';
import { tcp } from '../ports';
import { OWN } from '../standards';

export const expSsh: Policy = {
  id: 'EXP-SSH',
  title: { en: 'No group admits secure shell from the Internet', zh: '安全组不向互联网开放 SSH' },
  standard: OWN,
  controls: [],
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'A port 22 that answers the Internet is tried within minutes.',
    zh: '向互联网开放的 22 端口数分钟内即被尝试登录。',
  },
  fix: { en: 'admit the bastion alone', zh: '仅允许堡垒机' },
  check: (subject) =>
    lookAtIngress(subject, tcp(22), ({ remote, service }) => ({
      en: `it admits ${service} from ${remote}`,
      zh: `放行来自 ${remote} 的 ${service}`,
    })),
};
