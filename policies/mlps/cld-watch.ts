import { lookAtAlarms } from '../alarm-look';
import { lookAtDeclared } from '../declared';
import { type Policy, together } from '../policy';
import { answering } from './control';

const EVENTS = ['isolation', 'unmanaged-server', 'malware'] as const;
const HOURS = 24;

export const cldWatch: Policy = {
  ...answering('CLD-WATCH'),
  id: 'CLD-WATCH',
  title: { en: 'Broken isolation and servers that nobody planned raise an alarm', zh: '隔离失效与非授权虚拟机告警' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A server that is in no definition is watched, patched and judged by nobody.',
    zh: '未在定义中的虚拟机无人监测、修补与检查。',
  },
  fix: {
    en: `write the alarm, and compare the cloud with its definition every ${HOURS} hours`,
    zh: `配置告警，并至少每 ${HOURS} 小时比对云平台与定义`,
  },
  check: (subject) =>
    together(
      lookAtAlarms(subject, EVENTS),
      lookAtDeclared(
        subject,
        'operations/baseline',
        ({ operations }) => operations.baseline,
        ({ driftHours }) =>
          driftHours <= HOURS
            ? undefined
            : { en: `the cloud is compared every ${driftHours} hours`, zh: `每 ${driftHours} 小时才比对一次` },
      ),
    ),
};
