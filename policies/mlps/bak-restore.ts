import { counted } from '../../model/counted';
import { daysBetween } from '../days-between';
import { lookAtDeclared } from '../declared';
import { designOf, volumes } from '../design-things';
import type { Policy } from '../policy';
import { answering } from './control';

export const bakRestore: Policy = {
  ...answering('BAK-LOCAL'),
  id: 'BAK-RESTORE',
  title: { en: 'A restore was tried within the time that the backup tiers set', zh: '按期进行恢复测试' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A backup that was never restored is a hope.',
    zh: '从未恢复过的备份无法证明可用。',
  },
  fix: { en: 'try a restore and write down day and report', zh: '进行恢复测试并声明日期与报告编号' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'backup/restoreTest',
      ({ backup }) => backup.restoreTest,
      ({ date }) => {
        const used = new Set(volumes(subject).map(({ volume }) => volume.backup as string));
        const tiers = designOf(subject).assurance.backup.tiers.filter((one) => used.has(one.key));
        const most = Math.min(...tiers.map((one) => one.restoreTestDays));
        const days = daysBetween(date, subject.asOf);
        if (days < 0) return { en: `the restore of ${date} lies ahead`, zh: `恢复测试日期 ${date} 尚未到来` };
        if (days <= most) return undefined;
        return {
          en: `the last restore was tried ${counted(days, 'day')} ago, ${most} are allowed`,
          zh: `上次恢复测试距今 ${days} 天，应不超过 ${most} 天`,
        };
      },
    ),
};
