import { designOf, systems, volumes } from '../design-things';
import type { Found } from '../finding';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const pii: Policy = {
  ...answering('PII'),
  id: 'PII',
  title: { en: 'Personal information is encrypted and every look at it recorded', zh: '个人信息加密存储并审计访问' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Records of citizens are sold one query at a time by people who may make queries.',
    zh: '公民信息往往由有查询权限的人员逐条泄露。',
  },
  fix: { en: 'use an encrypted volume class and record accesses to databases', zh: '使用加密云硬盘并启用数据库审计' },
  check: (subject) => {
    const classes = new Map(designOf(subject).assurance.volumeClasses.map((one) => [one.key, one]));
    const all = volumes(subject);
    return lookAtEach(
      systems(subject).filter(({ system }) => system.pii),
      ({ system: { key, databaseAudit, stage } }): Omit<Found, 'thing'>[] => {
        const open = all.filter((one) => one.system?.key === key && classes.get(one.volume.type)?.encrypted !== true);
        return [
          ...(databaseAudit === true
            ? []
            : [
                {
                  about: 'audit',
                  outcome: databaseAudit === undefined ? ('evidence-missing' as const) : ('fail' as const),
                  message: { en: `nobody records who reads ${key}`, zh: `${key} 的数据访问未审计` },
                },
              ]),
          ...open.map(({ volume }) => ({
            about: volume.key,
            place: volume.place,
            message: { en: `volume ${volume.key} is not encrypted`, zh: `云硬盘 ${volume.key} 未加密` },
          })),
          ...(stage === 'prod'
            ? []
            : [{ about: 'stage', message: { en: `${key} is of stage ${stage}`, zh: `${key} 处于 ${stage} 阶段` } }]),
        ];
      },
    );
  },
};
