import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

export const tagRuleDescription: Policy = {
  id: 'TAG-RULE-DESCRIPTION',
  title: { en: 'Every rule says which flow asked for it', zh: '规则须注明对应流量' },
  standard: OWN,
  controls: [],
  severity: 'low',
  outcome: 'warn',
  scope: 'resources',
  why: { en: 'Who wants to close a rule must know whom to ask.', zh: '关闭规则前须知道应询问谁。' },
  fix: { en: 'write the flow into the description', zh: '在说明中写明流量' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_networking_secgroup_rule_v2'), ({ values }) =>
      (values.text('description') ?? '').trim() === ''
        ? { en: 'the rule has no description', zh: '规则没有说明' }
        : undefined,
    ),
};
