import { acl5tuple } from '../../../../policies/mlps/acl-5tuple';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (rule: string) => verdictOf(judgedStack(acl5tuple, new SmallCloud().group('web').rule('web', rule).stack()));
const said = (message: string) => [`fail openstack_networking_secgroup_rule_v2.web-0 · ${message}`];

test.each([
  ['protocol, ports and remote', 'ingress tcp 443 10.0.0.0/8', ['pass']],
  ['ICMP, which has no ports', 'ingress icmp - 10.0.0.0/8', ['pass']],
  ['a group as the other end', 'ingress tcp 443 @web', ['pass']],
  ['a wide range that is not all', 'ingress tcp 1024-65535 10.0.0.0/8', ['pass']],
  ['no protocol', 'ingress any - 10.0.0.0/8', said('the rule names no protocol')],
  ['no ports', 'ingress tcp - 10.0.0.0/8', said('the rule names no ports')],
  ['a protocol by number and no ports', 'ingress 17 - 10.0.0.0/8', said('the rule names no ports')],
  ['all ports', 'ingress tcp 1-65535 10.0.0.0/8', said('the rule names no ports')],
  ['no other end', 'ingress tcp 443', said('the rule names no other end')],
])('%s', (_, rule, expected) => {
  expect(of(rule)).toEqual(expected);
});
