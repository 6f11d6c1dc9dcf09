import { counted } from '../../model/counted';
import { designOf, volumes } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

const COPIES = 3;

export const stoCopies: Policy = {
  ...answering('STO-COPIES'),
  id: 'STO-COPIES',
  title: { en: 'The storage keeps every block several times', zh: '云存储多副本' },
  severity: 'high',
  scope: 'design',
  why: { en: 'One disk or host that fails must lose nothing.', zh: '单块磁盘或单台主机故障不应丢失数据。' },
  fix: {
    en: `keep ${COPIES} copies, and write \`copies\` in the volume class`,
    zh: `保存 ${COPIES} 份副本并声明 \`copies\``,
  },
  check: (subject) => {
    const levels = new Map<string, number>();
    for (const { volume, mlps } of volumes(subject))
      levels.set(volume.type, Math.max(mlps, levels.get(volume.type) ?? 0));
    const asked = designOf(subject).assurance.volumeClasses.map((one) => ({
      ...subject.part('volume class', one, levels.get(one.key)),
      copies: one.copies,
    }));
    return lookAtEach(asked, ({ copies }) => {
      if (copies === undefined)
        return {
          outcome: 'evidence-missing',
          message: { en: 'nobody said how many copies the storage keeps', zh: '未声明存储副本数' },
        };
      return copies >= COPIES
        ? undefined
        : { en: `the storage keeps ${counted(copies, 'copy', 'copies')}`, zh: `存储仅保存 ${copies} 份副本` };
    });
  },
};
