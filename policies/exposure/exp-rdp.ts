import { lookAtIngress } from '../group-look';
import type { Policy } from '../policy';
import type { Ports } from '../ports';
import { OWN } from '../standards';

const RDP: readonly Ports[] = [
  { protocol: 'tcp', from: 3389 },
  { protocol: 'udp', from: 3389 },
];

export const expRdp: Policy = {
  id: 'EXP-RDP',
  title: { en: 'No group admits remote desktop from the Internet', zh: '安全组不向互联网开放远程桌面' },
  standard: OWN,
  controls: [],
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'Most blackmailers come in by remote desktop.',
    zh: '多数勒索攻击由远程桌面进入。',
  },
  fix: { en: 'admit the bastion alone', zh: '仅允许堡垒机' },
  check: (subject) =>
    lookAtIngress(subject, RDP, ({ remote, service }) => ({
      en: `it admits ${service} from ${remote}`,
      zh: `放行来自 ${remote} 的 ${service}`,
    })),
};
