import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

/** Roles of Keystone's defaults that may change groups and routes of their project. */
const ABLE: readonly string[] = ['member', 'manager'];

export const cldSelf: Policy = {
  ...answering('CLD-SELF'),
  id: 'CLD-SELF',
  title: { en: 'Departments set their own rules and routes', zh: '租户可自主设置安全策略' },
  severity: 'low',
  scope: 'design',
  why: {
    en: 'Who must ask for every rule asks for wide ones.',
    zh: '每条规则都须申请时，租户往往申请过宽的规则。',
  },
  fix: { en: 'give departments the role `member` in their projects', zh: '在租户项目中授予 `member` 角色' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/tenantRoles',
      ({ operations }) => operations.tenantRoles,
      (roles) =>
        roles.some((one) => ABLE.includes(one))
          ? undefined
          : { en: `departments hold ${roles.join(', ')} only`, zh: `租户仅有 ${roles.join('、')} 角色` },
    ),
};
