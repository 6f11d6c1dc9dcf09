import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const smcSec: Policy = {
  ...answering('SMC-SEC'),
  id: 'SMC-SEC',
  title: { en: 'Somebody sets the security policy who runs nothing', zh: '设置独立的安全管理员' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Whoever is in a hurry to deliver should not also decide what may stay open.',
    zh: '负责交付者不应同时决定哪些端口可以开放。',
  },
  fix: { en: 'name `security` in `administrators`', zh: '在 `administrators` 中指定 `security`' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/administrators',
      ({ operations }) => operations.administrators,
      ({ system, security = [] }) =>
        security.some((person) => !system.includes(person))
          ? undefined
          : { en: 'there is no security administrator of its own', zh: '没有独立的安全管理员' },
    ),
};
