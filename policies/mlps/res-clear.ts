import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const resClear: Policy = {
  ...answering('RES-CLEAR'),
  id: 'RES-CLEAR',
  title: { en: 'What is deleted is cleared before somebody else gets it', zh: '存储空间释放前清除' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A new volume on old blocks shows what the last owner wrote.',
    zh: '未清除的存储块会让新用户读到前一用户的数据。',
  },
  fix: { en: 'set `volume_clear` in Cinder, or throw the key away', zh: '配置 Cinder `volume_clear`，或销毁加密密钥' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'protection/reclaim',
      ({ protection }) => protection.reclaim,
      ({ volumes }) => (volumes === 'none' ? { en: 'volumes are not cleared', zh: '云硬盘释放时未清除' } : undefined),
    ),
};
