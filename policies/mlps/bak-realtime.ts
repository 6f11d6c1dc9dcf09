import { homeOf, lookAtBackups } from '../backup-look';
import type { Policy } from '../policy';
import { answering } from './control';

/** A recovery point of practice, in minutes. */
const MINUTES = 15;

export const bakRealtime: Policy = {
  ...answering('BAK-REALTIME'),
  id: 'BAK-REALTIME',
  title: { en: 'Changes go to another place at once', zh: '异地实时备份' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'What was entered since the last copy is lost with the site.',
    zh: '站点损毁时，上次备份以来的数据将全部丢失。',
  },
  fix: {
    en: `add a target in another division that is at most ${MINUTES} minutes behind`,
    zh: `增加滞后不超过 ${MINUTES} 分钟的异地备份目标`,
  },
  check: (subject) =>
    lookAtBackups(subject, ({ tier, targets }) =>
      targets.some((one) => one.adcode !== homeOf(subject) && one.everyMinutes <= MINUTES)
        ? undefined
        : {
            en: `no copy of ${tier.key} is elsewhere within ${MINUTES} minutes`,
            zh: `${tier.key} 级备份没有异地实时副本`,
          },
    ),
};
