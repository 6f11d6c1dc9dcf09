import { lookAtAlarms } from '../alarm-look';
import type { Policy } from '../policy';
import { answering } from './control';

const EVENTS = ['intrusion', 'malware', 'audit-failure'] as const;

export const smcEvent: Policy = {
  ...answering('SMC-EVENT'),
  id: 'SMC-EVENT',
  title: { en: 'Security events raise an alarm that somebody hears', zh: '安全事件识别、报警并有人响应' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A sensor whose finding nobody is told of is a record, no defence.',
    zh: '无人接收的告警只是记录，起不到防护作用。',
  },
  fix: { en: 'write an alarm with a contact for what is missing', zh: '为缺失的事件配置告警与联系人' },
  check: (subject) => lookAtAlarms(subject, EVENTS),
};
