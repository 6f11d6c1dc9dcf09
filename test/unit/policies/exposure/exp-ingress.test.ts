import { expIngress } from '../../../../policies/exposure/exp-ingress';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (rule: string) => judgedStack(expIngress, new SmallCloud().group('web').rule('web', rule).stack());

test.each(['ingress tcp 443 0.0.0.0/0', 'ingress icmp', 'ingress udp 53 198.51.100.0/24'])('%s', (rule) => {
  expect(of(rule).status).toBe('fail');
});

test.each(['ingress tcp 443 10.0.0.0/8', 'ingress tcp 443 @web', 'egress any'])('%s', (rule) => {
  expect(verdictOf(of(rule))).toEqual(['pass']);
});

test('the place is that of the rule that lets it in', () => {
  const stack = new SmallCloud().group('web').rule('web', 'ingress tcp 443').stack();
  const places = { 'openstack_networking_secgroup_rule_v2.web-0': 'web.yaml:3:1' };
  expect(judgedStack(expIngress, { ...stack, places }).findings[0]?.place).toBe('web.yaml:3:1');
});
