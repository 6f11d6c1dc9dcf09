import { designOf } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const netRedGap: Policy = {
  ...answering('NET-RED'),
  id: 'NET-RED-GAP',
  title: { en: 'Gap devices stand in pairs', zh: '网闸成对部署' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'One gap device that fails stops every exchange between the planes.',
    zh: '单台网闸故障会中断两个平面之间的全部交换。',
  },
  fix: { en: 'use `ha: pair`', zh: '使用 `ha: pair`' },
  check: (subject) =>
    lookAtEach(
      designOf(subject).gaps.map((gap) => ({ ...subject.part('gap', gap), gap })),
      ({ gap: { key, sides } }) =>
        sides.every((side) => side.ports.length >= 2)
          ? undefined
          : { en: `gap device ${key} stands alone`, zh: `网闸 ${key} 为单机` },
    ),
};
