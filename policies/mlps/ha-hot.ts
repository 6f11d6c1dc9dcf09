import { tiers } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const haHot: Policy = {
  ...answering('HA-HOT'),
  id: 'HA-HOT',
  title: { en: 'Important systems lose a server and go on', zh: '重要数据处理系统热冗余' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A single server is down whenever its host is.',
    zh: '单台服务器随宿主机故障而中断。',
  },
  fix: { en: 'give the tier two servers or more; they never share a host', zh: '每层至少两台服务器，且不共用宿主机' },
  check: (subject) =>
    lookAtEach(
      tiers(subject).filter(({ system }) => system?.stage === 'prod'),
      ({ tier: { ports, serverGroup } }) => {
        if (ports.length < 2) return { en: 'the tier is one server', zh: '该层仅有一台服务器' };
        if (serverGroup !== undefined) return undefined;
        return { en: 'its servers may share a host', zh: '该层服务器可能位于同一宿主机' };
      },
    ),
};
