import { counted } from '../../model/counted';
import { designOf, entries, planes } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { IPV6_PLAN } from './ipv6-plan';

export const ipv6Entry: Policy = {
  id: 'IPV6-ENTRY',
  title: { en: 'Citizens reach what they need over IPv6 too', zh: '互联网入口支持 IPv6' },
  standard: IPV6_PLAN,
  controls: [],
  severity: 'low',
  outcome: 'warn',
  scope: 'design',
  why: {
    en: 'A growing part of citizens has IPv6 at the telephone and shares one IPv4 address with thousands.',
    zh: '移动终端普遍使用 IPv6，IPv4 地址由大量用户共享。',
  },
  fix: {
    en: 'put a translating device of the edge in front; an entry of this release has an IPv4 address only',
    zh: '由边界设备做协议转换；当前版本的入口仅有 IPv4 地址',
  },
  check: (subject) => {
    const internet = designOf(subject)
      .planes.filter((one) => one.role === 'internet')
      .map((one) => one.key);
    const all = entries(subject).filter(({ entry }) => internet.includes(entry.plane));
    return lookAtEach(
      planes(subject).filter(({ plane }) => all.some(({ entry }) => entry.plane === plane.key)),
      ({ plane }) => {
        const four = all.filter(({ entry }) => entry.plane === plane.key && !entry.floatingIp.address.includes(':'));
        return four.length === 0
          ? undefined
          : {
              en: `${counted(four.length, 'entry has', 'entries have')} an IPv4 address only`,
              zh: `${four.length} 个入口仅有 IPv4 地址`,
            };
      },
    );
  },
};
