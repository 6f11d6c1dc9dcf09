import { monitored } from '../../model/environment/detection-schema';
import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const smcMon: Policy = {
  ...answering('SMC-MON'),
  id: 'SMC-MON',
  title: { en: 'Lines, devices and servers are watched in one place', zh: '链路、设备、服务器集中监测' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'What nobody watches fails until somebody complains.',
    zh: '未被监测的对象只有在用户投诉时才会发现故障。',
  },
  fix: { en: 'let a monitor of the operator cover what is missing', zh: '由云服务商的监测视图补齐缺失对象' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'detection/monitors',
      ({ detection }) => detection.monitors,
      (monitors) => {
        const covered = new Set(monitors.flatMap((one) => (one.owner === 'provider' ? one.covers : [])));
        const missing = monitored.filter((one) => !covered.has(one));
        return missing.length === 0
          ? undefined
          : { en: `nobody watches ${missing.join(', ')}`, zh: `未监测：${missing.join('、')}` };
      },
    ),
};
