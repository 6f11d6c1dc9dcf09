import { designOf, tiers } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const cldLevel: Policy = {
  ...answering('CLD-LEVEL'),
  id: 'CLD-LEVEL',
  title: { en: 'Nothing stands on a platform of a lower level', zh: '平台不承载高于自身等级的系统' },
  severity: 'critical',
  scope: 'design',
  why: { en: 'A system is as safe as what it stands on.', zh: '系统的安全性不会高于其承载平台。' },
  fix: { en: 'choose a pool and a zone of its level, on a cloud of its level', zh: '选择等级相符的资源池、区域与平台' },
  check: (subject) => {
    const { mlps, pools, planes } = designOf(subject);
    const pool = new Map(pools.map((one) => [one.key, one.mlps]));
    const zone = new Map(planes.flatMap((one) => one.zones.map((own) => [`${one.key}/${own.key}`, own.mlps] as const)));
    return lookAtEach(tiers(subject), ({ tier, plane }) => {
      const holders = [
        ['the cloud', '云平台', mlps],
        [`pool ${tier.pool}`, `资源池 ${tier.pool}`, pool.get(tier.pool)],
        [`zone ${plane}/${tier.zone}`, `区域 ${plane}/${tier.zone}`, zone.get(`${plane}/${tier.zone}`)],
      ] as const;
      const low = holders.find(([, , level]) => (level ?? 0) < tier.mlps);
      return low === undefined
        ? undefined
        : {
            en: `a tier of level ${tier.mlps} stands on ${low[0]} of level ${low[2] ?? 'nobody knows'}`,
            zh: `${tier.mlps} 级的层位于 ${low[2] ?? '未知'} 级的${low[1]}`,
          };
    });
  },
};
