import { homeOf, lookAtBackups } from '../backup-look';
import type { Policy } from '../policy';
import { answering } from './control';

/** A day, in minutes. */
const BATCH = 1440;

export const bakRemote: Policy = {
  ...answering('BAK-REMOTE'),
  id: 'BAK-REMOTE',
  title: { en: 'A copy goes to another place every day', zh: '异地定时批量备份' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Fire and water take the servers and the backups beside them.',
    zh: '火灾、水灾会同时毁坏服务器与同址备份。',
  },
  fix: { en: 'add a target in another division, at least once a day', zh: '增加异地备份目标，至少每日传送一次' },
  check: (subject) =>
    lookAtBackups(subject, ({ tier, targets }) =>
      targets.some((one) => one.adcode !== homeOf(subject) && one.everyMinutes <= BATCH)
        ? undefined
        : { en: `no copy of ${tier.key} leaves the place every day`, zh: `${tier.key} 级备份没有每日异地副本` },
    ),
};
