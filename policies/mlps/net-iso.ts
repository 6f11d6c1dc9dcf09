import type { Policy } from '../policy';
import { lookAtInvariant } from '../statement-look';
import { answering } from './control';

export const netIso: Policy = {
  ...answering('NET-ISO'),
  id: 'NET-ISO',
  title: { en: 'Important zones lie behind the edge, without a public address', zh: '重要区域不部署在边界' },
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'A database with an address of the Internet is found by a search engine within hours.',
    zh: '带公网地址的数据库数小时内即会被扫描发现。',
  },
  fix: { en: 'take the address away and use an entry in the DMZ', zh: '取消公网地址，改由 DMZ 入口访问' },
  check: (subject) => lookAtInvariant(subject, 'INV-2'),
};
