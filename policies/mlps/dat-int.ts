import { lookAtTargets } from '../backup-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const datInt: Policy = {
  ...answering('DAT-INT'),
  id: 'DAT-INT',
  title: { en: 'Copies are compared by checksum', zh: '数据完整性校验' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'A bit that turned in the copy is found on the day of the restore, or never.',
    zh: '副本中的错误往往到恢复时才暴露，甚至不会被发现。',
  },
  fix: { en: 'turn on checksums of the target', zh: '为备份目标启用校验' },
  check: (subject) =>
    lookAtTargets(subject, (one) =>
      one.checksummed
        ? undefined
        : { en: `nobody compares the copies at ${one.key}`, zh: `备份目标 ${one.key} 未做完整性校验` },
    ),
};
