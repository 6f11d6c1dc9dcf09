import type { Policy } from '../policy';
import { OWN } from '../standards';
import { lookAtStatements } from '../statement-look';

export const tenNothingElse: Policy = {
  id: 'TEN-NOTHING-ELSE',
  title: { en: 'Nothing passes that no flow allows', zh: '未经许可的流一律不通' },
  standard: OWN,
  controls: [],
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'What passes and was declared by nobody is known to nobody.',
    zh: '未声明却可达的流量无人知晓。',
  },
  fix: { en: 'declare the flow, or close the rule', zh: '声明该流量或关闭规则' },
  check: (subject) => lookAtStatements(subject, (one) => one.kind === 'nothing-else'),
};
