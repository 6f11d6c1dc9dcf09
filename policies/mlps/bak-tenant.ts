import { lookAtBackups } from '../backup-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const bakTenant: Policy = {
  ...answering('BAK-TENANT'),
  id: 'BAK-TENANT',
  title: { en: 'Departments keep a copy of their own data', zh: '租户在本地保存业务数据备份' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Who has no copy of his own cannot leave, nor survive his provider.',
    zh: '没有自有副本，租户既无法迁出，也无法承受云服务商停服。',
  },
  fix: { en: 'add a target whose owner is `tenant`', zh: '增加 owner 为 `tenant` 的备份目标' },
  check: (subject) =>
    lookAtBackups(subject, ({ tier, targets }) =>
      targets.some((one) => one.owner === 'tenant')
        ? undefined
        : { en: `departments have no copy of ${tier.key} of their own`, zh: `租户没有 ${tier.key} 级备份的自有副本` },
    ),
};
