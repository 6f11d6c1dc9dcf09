import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

/** A week. */
const HOURS = 168;

export const cfgBase: Policy = {
  ...answering('CFG-BASE'),
  id: 'CFG-BASE',
  title: {
    en: 'The configuration is a reviewed baseline, and the cloud is compared with it',
    zh: '配置基线受控并定期比对',
  },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'What was changed by hand is known to one person and lost with the next apply.',
    zh: '手工变更只有操作者知晓，下次部署即被覆盖。',
  },
  fix: { en: 'deploy reviewed revisions only and look for drift every week', zh: '仅部署经评审的版本，并每周检查漂移' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/baseline',
      ({ operations }) => operations.baseline,
      ({ versioned, driftHours }) => {
        if (!versioned) return { en: 'what is deployed was not always reviewed', zh: '存在未经评审的部署' };
        if (driftHours <= HOURS) return undefined;
        return { en: `drift is looked for every ${driftHours} hours`, zh: `每 ${driftHours} 小时才检查漂移` };
      },
    ),
};
