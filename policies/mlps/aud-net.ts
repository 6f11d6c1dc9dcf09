import { designOf } from '../design-things';
import type { Policy } from '../policy';
import { boundaries, lookAtCover } from '../zone-cover';
import { answering } from './control';

export const audNet: Policy = {
  ...answering('AUD-NET'),
  id: 'AUD-NET',
  title: { en: 'Every boundary records what passes, and the records have a copy', zh: '边界流量审计且记录有备份' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Records of what was refused do not tell what came through.',
    zh: '仅记录被拒绝的流量，无法得知通过了什么。',
  },
  fix: { en: 'log all events of the zone to a sink with a backup', zh: '记录该区域全部事件，日志库设备份' },
  check: (subject) =>
    lookAtCover(
      subject,
      boundaries(subject),
      'detection/boundaryLogs',
      ({ detection }) => detection.boundaryLogs,
      (zone, logs) => {
        const whole = logs.filter((one) => one.events === 'all');
        if (logs.length === 0) return { en: `nobody records the boundary of ${zone}`, zh: `${zone} 边界未审计` };
        if (whole.length === 0)
          return { en: `only what ${zone} refuses is recorded`, zh: `${zone} 仅记录被拒绝的流量` };
        const sinks = designOf(subject).assurance.detection.sinks ?? [];
        const kept = whole.some(({ sink }) => sinks.some((one) => one.key === sink && one.backup !== undefined));
        return kept ? undefined : { en: `records of ${zone} have no copy`, zh: `${zone} 的审计记录无备份` };
      },
    ),
};
