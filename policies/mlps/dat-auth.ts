import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const datAuth: Policy = {
  ...answering('DAT-AUTH'),
  id: 'DAT-AUTH',
  title: {
    en: 'The operator touches data of a department only with leave and until a day',
    zh: '未经授权不得访问租户数据',
  },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A right that was given for one repair and never taken back is used in the next incident.',
    zh: '为一次维修开通而未收回的权限，往往成为下一次事件的入口。',
  },
  fix: { en: 'take the access back, or renew the approval', zh: '收回访问权限或重新审批' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/access',
      ({ operations }) => operations.access,
      (access) =>
        access
          .filter((one) => one.until < subject.asOf)
          .map((one) => ({
            about: one.key,
            place: one.place,
            message: {
              en: `access to data of ${one.key} (${one.id}) ended on ${one.until}`,
              zh: `对 ${one.key} 数据的访问授权（${one.id}）已于 ${one.until} 到期`,
            },
          })),
    ),
};
