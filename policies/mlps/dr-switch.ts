import { homeOf } from '../backup-look';
import { systems } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const drSwitch: Policy = {
  ...answering('DR-SWITCH'),
  id: 'DR-SWITCH',
  title: { en: 'Another place takes over at once', zh: '异地灾备中心实时切换' },
  severity: 'high',
  scope: 'design',
  why: { en: 'At level 4 the loss of a site must not be an outage.', zh: '四级系统不得因单一站点损毁而中断。' },
  fix: {
    en: 'keep the system hot in another division and let it take over by itself',
    zh: '在异地保持热备或双活并自动切换',
  },
  check: (subject) =>
    lookAtEach(systems(subject), ({ system: { key, recovery } }) => {
      if (recovery === undefined)
        return {
          outcome: 'evidence-missing',
          message: { en: `nobody said how ${key} comes back`, zh: `未声明 ${key} 的灾备方案` },
          fix: { en: 'write `recovery` in the system', zh: '为系统声明 `recovery`' },
        };
      const { adcode, mode, switch: how } = recovery;
      if (adcode === homeOf(subject))
        return { en: `${key} comes back in the same place`, zh: `${key} 的灾备与主站点同地` };
      const hot = mode === 'hot-standby' || mode === 'active-active';
      if (hot && how === 'automatic') return undefined;
      return { en: `${key} comes back ${mode}, ${how}`, zh: `${key} 灾备为 ${mode}，${how} 切换` };
    }),
};
