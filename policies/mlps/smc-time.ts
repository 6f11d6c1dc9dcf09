import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const smcTime: Policy = {
  ...answering('SMC-TIME'),
  id: 'SMC-TIME',
  title: { en: 'The whole cloud has one authoritative clock', zh: '全系统使用唯一权威时钟源' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'Records of two machines can be put in order only by one clock.',
    zh: '只有统一时钟，才能将多台设备的记录按先后排列。',
  },
  fix: { en: 'name the clock as `time`', zh: '以 `time` 声明时钟源' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'detection/time',
      ({ detection }) => detection.time,
      () => undefined,
    ),
};
