import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const accLeastDuties: Policy = {
  ...answering('ACC-LEAST'),
  id: 'ACC-LEAST-DUTIES',
  title: { en: 'Nobody is two of the three administrators', zh: '三员分立，人员不兼任' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Whoever acts and keeps the records of it can hide what was done.',
    zh: '操作者若同时掌管审计记录，便可掩盖自己的行为。',
  },
  fix: { en: 'name different people for system, security and audit', zh: '系统、安全、审计管理员由不同人员担任' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/administrators',
      ({ operations }) => operations.administrators,
      ({ system, security = [], audit = [] }) => {
        const duties = { system, security, audit };
        const pairs = [
          ['system', 'security'],
          ['system', 'audit'],
          ['security', 'audit'],
        ] as const;
        return pairs.flatMap(([one, other]) =>
          duties[one]
            .filter((person) => duties[other].includes(person))
            .map((person) => ({
              about: `${person} ${one} ${other}`,
              message: { en: `${person} is of ${one} and of ${other}`, zh: `${person} 兼任 ${one} 与 ${other}` },
            })),
        );
      },
    ),
};
