import { designOf, tiers } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const cldPool4: Policy = {
  ...answering('CLD-POOL4'),
  id: 'CLD-POOL4',
  title: { en: 'Systems of level 4 have hosts of their own', zh: '四级系统独立资源池' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'On one host a flaw of the hypervisor is the only wall between two levels.',
    zh: '同一宿主机上，不同等级之间仅隔一层虚拟化软件。',
  },
  fix: { en: 'give lower systems another pool', zh: '较低等级系统改用其他资源池' },
  check: (subject) => {
    const own = tiers(subject);
    const asked = designOf(subject).pools.map((pool) => {
      const inside = own.filter(({ tier }) => tier.pool === pool.key);
      return { ...subject.part('pool', pool, Math.max(0, ...inside.map(({ tier }) => tier.mlps))), inside };
    });
    return lookAtEach(asked, ({ inside, mlps }) =>
      inside
        .filter(({ tier }) => tier.mlps < mlps)
        .map(({ tier }) => ({
          about: tier.key,
          place: tier.place,
          message: {
            en: `${tier.key} of level ${tier.mlps} runs beside systems of level ${mlps}`,
            zh: `${tier.mlps} 级的 ${tier.key} 与 ${mlps} 级系统同池`,
          },
        })),
    );
  },
};
