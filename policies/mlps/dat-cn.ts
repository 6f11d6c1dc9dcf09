import { lookAtTargets } from '../backup-look';
import { isMainland } from '../mainland';
import type { Policy } from '../policy';
import { answering } from './control';

export const datCn: Policy = {
  ...answering('DAT-CN'),
  id: 'DAT-CN',
  title: { en: 'Data and its copies stay in the country', zh: '数据及备份存储于境内' },
  severity: 'critical',
  scope: 'design',
  why: {
    en: 'Data of departments and of citizens leaves the country only by an assessment of its own.',
    zh: '政务数据与个人信息出境须另行安全评估。',
  },
  fix: { en: 'choose a target in the country', zh: '选择境内备份目标' },
  check: (subject) =>
    lookAtTargets(subject, (one) =>
      isMainland(one.adcode)
        ? undefined
        : { en: `copies go to ${one.key} in ${one.adcode}`, zh: `备份目标 ${one.key} 位于 ${one.adcode}` },
    ),
};
