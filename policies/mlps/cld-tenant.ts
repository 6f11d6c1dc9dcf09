import type { Policy } from '../policy';
import { lookAtStatements } from '../statement-look';
import { answering } from './control';

export const cldTenant: Policy = {
  ...answering('CLD-TENANT'),
  id: 'CLD-TENANT',
  title: { en: 'No department reaches another but by a flow that is allowed', zh: '不同租户虚拟网络相互隔离' },
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'The weakest department would be the way into all of them.',
    zh: '防护最弱的租户会成为进入其他租户的通道。',
  },
  fix: { en: 'remove the rule, route or share that joins them', zh: '删除造成互通的规则、路由或共享' },
  check: (subject) => lookAtStatements(subject, (one) => one.kind === 'tenant'),
};
