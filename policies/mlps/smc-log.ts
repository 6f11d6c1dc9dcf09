import { declaration, lookAtDeclared } from '../declared';
import { designOf } from '../design-things';
import type { Policy } from '../policy';
import { answering } from './control';

/** Six months of the Cybersecurity Law; a year at level 4 by practice. */
const days = (level: number): number => (level >= 4 ? 365 : 180);

export const smcLog: Policy = {
  ...answering('SMC-LOG'),
  id: 'SMC-LOG',
  title: {
    en: 'Records of every source are collected and kept for six months',
    zh: '审计记录集中收集，留存不少于六个月',
  },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'The law asks for six months; intrusions are often found after more than one.',
    zh: '法律要求留存不少于六个月；入侵往往在一个月后才被发现。',
  },
  fix: { en: 'send every source to a sink and keep its records long enough', zh: '各类日志均接入日志库并满足留存期限' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'detection/sinks',
      ({ detection }) => detection.sinks,
      (sinks) => {
        const gap = designOf(subject).gaps.length > 0;
        const needed = ['boundary', 'api', 'hosts', 'bastion', ...(gap ? ['gap'] : [])];
        const known = new Set<string>(sinks.flatMap((one) => one.sources));
        return [
          ...needed
            .filter((source) => !known.has(source))
            .map((source) => ({
              about: source,
              message: { en: `no sink takes the records of ${source}`, zh: `没有日志库接收 ${source} 的记录` },
            })),
          ...sinks
            .filter((one) => one.retentionDays < days(subject.mlps))
            .map((one) => ({
              about: `${one.key} retention`,
              place: declaration(subject, 'detection/sinks', one).place,
              message: {
                en: `sink ${one.key} keeps records for ${one.retentionDays} days, ${days(subject.mlps)} are needed`,
                zh: `日志库 ${one.key} 仅留存 ${one.retentionDays} 天，应不少于 ${days(subject.mlps)} 天`,
              },
            })),
        ];
      },
    ),
};
