import { counted } from '../../model/counted';
import { lookAtBackups } from '../backup-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const bakPolicy: Policy = {
  ...answering('BAK-POLICY'),
  id: 'BAK-POLICY',
  title: { en: 'What is backed up, how often, where and by which procedure is written down', zh: '备份策略要素齐全' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'On the day of the restore nobody remembers what was agreed.',
    zh: '需要恢复时，无人记得当初如何约定。',
  },
  fix: { en: 'keep as many copies as the tier promises, each at a target', zh: '备份目标数量应满足该级别的副本要求' },
  check: (subject) =>
    lookAtBackups(subject, ({ tier, targets }) =>
      tier.copies <= targets.length
        ? undefined
        : {
            en: `${tier.key} promises ${counted(tier.copies, 'copy', 'copies')}, its plan has ${counted(targets.length, 'target')}`,
            zh: `${tier.key} 级要求 ${tier.copies} 份副本，计划仅有 ${targets.length} 个目标`,
          },
    ),
};
