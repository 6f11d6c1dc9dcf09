import { tenantZones } from '../design-things';
import type { Policy } from '../policy';
import { lookAtCover } from '../zone-cover';
import { answering } from './control';

export const cldIds: Policy = {
  ...answering('CLD-IDS'),
  id: 'CLD-IDS',
  title: { en: 'Traffic between servers is watched', zh: '虚拟机之间的流量受监测' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'What passes between two servers of one network crosses no boundary and no firewall.',
    zh: '同一网络内虚拟机之间的流量不经过任何边界设备。',
  },
  fix: {
    en: 'mirror the traffic of the zone to a `tenant-traffic` sensor; from level 3 on with an alarm',
    zh: '将该区域流量镜像到 `tenant-traffic` 检测设备，三级及以上须告警',
  },
  check: (subject) =>
    lookAtCover(
      subject,
      tenantZones(subject),
      'detection/sensors',
      ({ detection }) => detection.sensors,
      (zone, sensors) => {
        const own = sensors.filter((one) => one.kind === 'tenant-traffic');
        if (own.length === 0)
          return { en: `nobody sees what servers of ${zone} say to each other`, zh: `${zone} 内部流量未监测` };
        if (subject.mlps < 3 || own.some((one) => one.alarm)) return undefined;
        return { en: `the sensor of ${zone} raises no alarm`, zh: `${zone} 的检测设备不告警` };
      },
    ),
};
