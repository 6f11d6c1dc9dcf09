import type { Policy } from '../policy';
import { boundaries, lookAtCover } from '../zone-cover';
import { answering } from './control';

export const ipsEdge: Policy = {
  ...answering('IPS-EDGE'),
  id: 'IPS-EDGE',
  title: { en: 'A sensor looks for attacks at every boundary and raises an alarm', zh: '边界部署入侵检测/防御并告警' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A rule lets a service pass; what comes with it is seen by nobody but a sensor.',
    zh: '规则只放行服务，其中夹带的攻击只有检测设备能够发现。',
  },
  fix: { en: 'add the zone to an IPS or IDS with an alarm', zh: '将该区域纳入带告警的 IPS/IDS' },
  check: (subject) =>
    lookAtCover(
      subject,
      boundaries(subject),
      'detection/sensors',
      ({ detection }) => detection.sensors,
      (zone, sensors) => {
        const own = sensors.filter((one) => one.kind === 'ips' || one.kind === 'ids');
        if (own.length === 0) return { en: `no sensor looks into ${zone}`, zh: `${zone} 无入侵检测` };
        if (own.some((one) => one.alarm)) return undefined;
        return { en: `the sensor of ${zone} raises no alarm`, zh: `${zone} 的检测设备不告警` };
      },
    ),
};
