import { planes } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const netRedLines: Policy = {
  ...answering('NET-RED'),
  id: 'NET-RED-LINES',
  title: { en: 'Every plane has lines of two carriers', zh: '通信线路冗余（双运营商）' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Two lines of one carrier share a duct, a station and a mistake.',
    zh: '同一运营商的两条线路共用管道与机房，易同时中断。',
  },
  fix: { en: 'add a line of another carrier', zh: '增加另一运营商的线路' },
  check: (subject) =>
    lookAtEach(
      planes(subject).filter(({ plane }) => plane.role !== 'management' && plane.role !== 'storage'),
      ({ plane }) => {
        const carriers = [...new Set(plane.uplinks.map((one) => one.carrier))].sort();
        return carriers.length >= 2
          ? undefined
          : {
              en: `plane ${plane.key} has lines of ${carriers[0] ?? 'nobody'} only`,
              zh: `平面 ${plane.key} 仅有 ${carriers[0] ?? '零'} 家运营商线路`,
            };
      },
    ),
};
