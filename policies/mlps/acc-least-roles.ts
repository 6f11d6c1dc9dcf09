import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

/** Roles that reach beyond the project they are given in, or may do anything in it. */
const TOO_MUCH: readonly string[] = ['admin', 'cloud-admin', 'service'];

export const accLeastRoles: Policy = {
  ...answering('ACC-LEAST'),
  id: 'ACC-LEAST-ROLES',
  title: { en: 'Departments hold no administrator’s role', zh: '租户不具管理员角色' },
  severity: 'critical',
  scope: 'design',
  why: {
    en: 'Keystone’s `admin` in one project is `admin` of the cloud with most of the default policies.',
    zh: '在多数默认策略下，某一项目的 `admin` 即等同于整个云的管理员。',
  },
  fix: { en: 'give departments `member` in place of it', zh: '改为授予 `member`' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/tenantRoles',
      ({ operations }) => operations.tenantRoles,
      (roles) =>
        roles
          .filter((one) => TOO_MUCH.includes(one))
          .map((role) => ({
            about: role,
            message: { en: `departments hold the role ${role}`, zh: `租户持有 ${role} 角色` },
          })),
    ),
};
