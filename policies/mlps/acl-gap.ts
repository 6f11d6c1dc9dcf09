import type { Policy } from '../policy';
import { lookAtInvariant } from '../statement-look';
import { answering } from './control';

export const aclGap: Policy = {
  ...answering('ACL-GAP'),
  id: 'ACL-GAP',
  title: { en: 'Data crosses the planes through a gap device only', zh: '跨平面数据交换经协议转换或隔离' },
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'Where packets pass, a flaw of the protocol passes with them.',
    zh: '只要报文可达，协议漏洞就可被利用。',
  },
  fix: { en: 'declare a channel through a gap device', zh: '经网闸声明交换通道' },
  check: (subject) => lookAtInvariant(subject, 'INV-1'),
};
