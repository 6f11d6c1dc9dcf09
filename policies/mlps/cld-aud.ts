import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const cldAud: Policy = {
  ...answering('CLD-AUD'),
  id: 'CLD-AUD',
  title: { en: 'Commands to the cloud are recorded, and departments can read them', zh: '特权操作可审计，租户可查' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Deleting and restarting servers is the strongest act there is; a department must see who did it.',
    zh: '删除、重启虚拟机属高风险操作，租户须能查知何人所为。',
  },
  fix: {
    en: 'turn on the audit middleware and let departments read what concerns them',
    zh: '启用 API 审计中间件，并向租户开放与其相关的记录',
  },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/api',
      ({ operations }) => operations.api,
      ({ audited, tenantsReadAudit }) => {
        if (!audited) return { en: 'requests to the cloud are not recorded', zh: '云平台 API 请求未审计' };
        if (tenantsReadAudit) return undefined;
        return { en: 'departments cannot read what was done to them', zh: '租户无法查看对其资源的操作' };
      },
    ),
};
