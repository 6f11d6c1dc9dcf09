import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const smcAud: Policy = {
  ...answering('SMC-AUD'),
  id: 'SMC-AUD',
  title: { en: 'Somebody audits who runs nothing', zh: '设置独立的审计管理员' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Records are read by those whose acts are not in them, or by nobody.',
    zh: '审计记录须由未参与操作的人员管理，否则形同虚设。',
  },
  fix: { en: 'name `audit` in `administrators`', zh: '在 `administrators` 中指定 `audit`' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/administrators',
      ({ operations }) => operations.administrators,
      ({ system, audit = [] }) =>
        audit.some((person) => !system.includes(person))
          ? undefined
          : { en: 'there is no audit administrator of its own', zh: '没有独立的审计管理员' },
    ),
};
