import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

const LABELS = ['dataClass', 'mlps'] as const;

export const accLabel: Policy = {
  ...answering('ACC-LABEL'),
  id: 'ACC-LABEL',
  title: { en: 'Every store is labelled with what is in it', zh: '重要客体设置安全标记' },
  severity: 'medium',
  scope: 'resources',
  why: {
    en: 'Rules about important data hold only where somebody knows that it is important.',
    zh: '不标记数据级别，分级保护的要求便无从落实。',
  },
  fix: { en: 'write the labels as metadata of the volume', zh: '在云硬盘元数据中写明标记' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_blockstorage_volume_v3'), ({ tags }) => {
      const missing = LABELS.filter((one) => !tags.has(one));
      return missing.length === 0
        ? undefined
        : { en: `the volume has no ${missing.join(' and ')}`, zh: `云硬盘缺少标记 ${missing.join('、')}` };
    }),
};
