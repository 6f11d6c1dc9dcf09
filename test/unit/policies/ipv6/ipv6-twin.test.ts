import { ipv6Twin } from '../../../../policies/ipv6/ipv6-twin';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (...rules: string[]) =>
  verdictOf(
    judgedStack(
      ipv6Twin,
      new SmallCloud()
        .group('web')
        .rules('web', ...rules)
        .stack(),
    ),
  );

test.each([
  ['the same for both', ['ingress tcp 443 10.0.0.0/8', 'ingress tcp 443 ::/0']],
  ['IPv4 alone', ['ingress tcp 443 10.0.0.0/8']],
  ['IPv6 alone, as a plane of IPv6 has it', ['ingress tcp 443 ::/0']],
  ['a plane’s own IPv6', ['ingress tcp 443 10.0.0.0/8', 'ingress tcp 22 2001:db8:16::/48']],
  ['the other direction', ['ingress tcp 443 10.0.0.0/8', 'egress tcp 22 ::/0']],
])('%s', (_, rules) => {
  expect(of(...rules)).toEqual(['pass']);
});

test.each([
  ['another port', 'ingress tcp 22 ::/0', 'tcp/22'],
  ['a range', 'ingress tcp 443-444 ::/0', 'tcp/443-444'],
  ['everything', 'ingress any - ::/0', 'any'],
])('IPv6 lets in %s from everybody', (_, rule, service) => {
  expect(of('ingress tcp 443 10.0.0.0/8', rule)).toEqual([
    `fail openstack_networking_secgroup_v2.web · IPv6 admits ${service} and IPv4 does not`,
  ]);
});
