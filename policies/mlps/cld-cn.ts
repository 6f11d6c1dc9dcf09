import { designOf } from '../design-things';
import { isMainland } from '../mainland';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const cldCn: Policy = {
  ...answering('CLD-CN'),
  id: 'CLD-CN',
  title: { en: 'The cloud stands in the country', zh: '云计算基础设施位于境内' },
  severity: 'critical',
  scope: 'design',
  why: { en: 'Where the machines stand decides whose law holds for them.', zh: '设备所在地决定适用的法律。' },
  fix: { en: 'move the site', zh: '调整站点位置' },
  check: (subject) =>
    lookAtEach(
      designOf(subject).sites.map((site) => ({
        ...subject.part('site', { key: site.key, place: subject.platform.place }),
        site,
      })),
      ({ site }) =>
        isMainland(site.adcode)
          ? undefined
          : { en: `site ${site.key} stands in ${site.adcode}`, zh: `站点 ${site.key} 位于 ${site.adcode}` },
    ),
};
