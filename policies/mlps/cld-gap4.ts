import { designOf } from '../design-things';
import type { Look, Policy } from '../policy';
import { answering } from './control';

export const cldGap4: Policy = {
  ...answering('CLD-GAP4'),
  id: 'CLD-GAP4',
  title: { en: 'A department can choose a gap device', zh: '租户可选择通信协议转换或隔离' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A filter lets the protocol through; a gap takes it apart and ferries what is left.',
    zh: '过滤设备放行协议本身，网闸则剥离协议后摆渡数据。',
  },
  fix: { en: 'add a gap device between the exchange zones', zh: '在交换前置区之间部署网闸' },
  check: (subject): Look => {
    const { gaps, planes } = designOf(subject);
    const both = ['internet', 'extranet'].every((role) => planes.some((one) => one.role === role));
    if (!both) return { looked: [], found: [] };
    if (gaps.length > 0) return { looked: gaps.map((gap) => subject.part('gap', gap)), found: [] };
    const message = { en: 'there is no gap device to choose', zh: '没有可供选择的网闸' };
    return { looked: [subject.platform], found: [{ thing: subject.platform, message }] };
  },
};
