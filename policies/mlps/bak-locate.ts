import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const bakLocate: Policy = {
  ...answering('BAK-LOCATE'),
  id: 'BAK-LOCATE',
  title: { en: 'Where data and its backups lie can be asked', zh: '数据及备份位置可查询' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'Whoever answers for data must be able to say where it is.',
    zh: '数据责任单位须能说明数据存放于何处。',
  },
  fix: {
    en: 'name the targets in backup.yaml, each with its division',
    zh: '在 backup.yaml 中声明备份目标及其行政区划',
  },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'backup/targets',
      ({ backup }) => backup.targets,
      (targets) => (targets.length > 0 ? undefined : { en: 'there is no target of backups', zh: '没有任何备份目标' }),
    ),
};
