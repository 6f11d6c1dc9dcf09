import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

export const durVolume: Policy = {
  id: 'DUR-VOLUME',
  title: { en: 'Every volume names its backup tier', zh: '云硬盘须标明备份级别' },
  standard: OWN,
  controls: [],
  severity: 'medium',
  scope: 'resources',
  why: {
    en: 'The backup service finds by its label what it has to copy.',
    zh: '备份服务依据标签确定备份对象。',
  },
  fix: { en: 'write `backupTier` as metadata', zh: '在元数据中写明 `backupTier`' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_blockstorage_volume_v3'), ({ tags }) =>
      tags.has('backupTier') ? undefined : { en: 'nobody backs it up', zh: '未标明备份级别' },
    ),
};
