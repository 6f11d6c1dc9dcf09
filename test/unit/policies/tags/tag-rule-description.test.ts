import { tagRuleDescription } from '../../../../policies/tags/tag-rule-description';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>) =>
  verdictOf(
    judgedStack(
      tagRuleDescription,
      new SmallCloud().group('web').rule('web', 'ingress tcp 1 10.0.0.0/8', values).stack(),
    ),
  );
const SAID = ['warn openstack_networking_secgroup_rule_v2.web-0 · the rule has no description'];

test.each([
  ['a flow', { description: 'F10 finance/budget/app-to-db' }, ['pass']],
  ['other words', { description: 'health checks' }, ['pass']],
  ['nothing', {}, SAID],
])('%s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});
