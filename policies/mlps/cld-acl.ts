import type { Policy } from '../policy';
import { lookAtInvariant } from '../statement-look';
import { answering } from './control';

export const cldAcl: Policy = {
  ...answering('CLD-ACL'),
  id: 'CLD-ACL',
  title: { en: 'Between zones and levels only explicit rules pass', zh: '虚拟边界与不同等级区域间访问控制' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'A rule that names no flow was asked for by nobody who can be asked.',
    zh: '未关联流量的规则无人负责。',
  },
  fix: { en: 'name the flow in the rule, or remove the rule', zh: '为规则关联流量或删除该规则' },
  check: (subject) => lookAtInvariant(subject, 'INV-7'),
};
