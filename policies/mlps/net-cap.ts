import { planes } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

/** How full lines may be at their peak. */
const SHARE = 0.8;

export const netCap: Policy = {
  ...answering('NET-CAP'),
  id: 'NET-CAP',
  title: { en: 'Lines carry the greatest load with room to spare', zh: '带宽满足业务高峰' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'On the day when everybody comes, a full line is an outage.',
    zh: '业务高峰时线路拥塞等同于服务中断。',
  },
  fix: { en: 'order more bandwidth, or state a smaller peak', zh: '扩容线路，或核实峰值' },
  check: (subject) =>
    lookAtEach(
      planes(subject).filter(({ plane }) => plane.uplinks.length > 0),
      ({ plane: { key, peakMbps, uplinks } }) => {
        if (peakMbps === undefined)
          return {
            outcome: 'evidence-missing',
            message: { en: `nobody said the greatest load of plane ${key}`, zh: `未声明平面 ${key} 的峰值带宽` },
            fix: { en: 'write `peakMbps` in planes.yaml', zh: '在 planes.yaml 中声明 `peakMbps`' },
          };
        // A standby line carries nothing while the primary one does.
        const mbps = uplinks.reduce((sum, one) => sum + (one.role === 'standby' ? 0 : one.mbps), 0);
        return peakMbps <= SHARE * mbps
          ? undefined
          : {
              en: `plane ${key} expects ${peakMbps} Mbit/s on lines of ${mbps}`,
              zh: `平面 ${key} 峰值 ${peakMbps} Mbit/s，线路共 ${mbps} Mbit/s`,
            };
      },
    ),
};
