import { homeOf, lookAtBackups } from '../backup-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const bakLocal: Policy = {
  ...answering('BAK-LOCAL'),
  id: 'BAK-LOCAL',
  title: { en: 'Every volume has a backup nearby', zh: '数据本地备份' },
  severity: 'critical',
  scope: 'design',
  why: {
    en: 'A disk that fails, a wrong command, a blackmailer: without a copy the data is gone.',
    zh: '磁盘故障、误操作或勒索攻击发生后，没有备份即无法恢复。',
  },
  fix: { en: 'send the backup tier to a target at the primary site', zh: '将该备份级别指向主站点的备份目标' },
  check: (subject) =>
    lookAtBackups(subject, ({ tier, targets }) =>
      targets.some((one) => one.adcode === homeOf(subject))
        ? undefined
        : { en: `backups of ${tier.key} go to no target at the primary site`, zh: `${tier.key} 级备份没有本地目标` },
    ),
};
