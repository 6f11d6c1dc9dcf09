import { expSsh } from '../../../../policies/exposure/exp-ssh';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (...rules: string[]) =>
  judgedStack(
    expSsh,
    new SmallCloud()
      .group('web')
      .rules('web', ...rules)
      .stack(),
  );

test.each([
  ['everybody', ['ingress tcp 22 0.0.0.0/0']],
  ['no remote', ['ingress tcp 22']],
  ['two halves', ['ingress tcp 22 0.0.0.0/1', 'ingress tcp 22 128.0.0.0/1']],
  ['the mask of everything', ['ingress tcp 22 10.0.0.0/0']],
  ['no ports', ['ingress tcp - 0.0.0.0/0']],
  ['no protocol', ['ingress any - 0.0.0.0/0']],
  ['a protocol number', ['ingress 6 - 0.0.0.0/0']],
  ['a range', ['ingress tcp 20-25 0.0.0.0/0']],
  ['IPv6', ['ingress tcp 22 ::/0']],
  ['one address of the Internet', ['ingress tcp 22 203.0.113.7/32']],
])('%s', (_, rules) => {
  const one = of(...rules);
  expect([one.status, one.findings[0]?.resource]).toEqual(['fail', 'openstack_networking_secgroup_v2.web']);
});

test.each([
  ['a private block', ['ingress tcp 22 10.0.0.0/8']],
  ['another port', ['ingress tcp 23-65535 0.0.0.0/0']],
  ['another protocol', ['ingress udp 22 0.0.0.0/0']],
  ['the other direction', ['egress tcp 22 0.0.0.0/0']],
  ['its own members', ['ingress tcp 22 @web']],
])('%s', (_, rules) => {
  expect(verdictOf(of(...rules))).toEqual(['pass']);
});

test('a network of the cloud itself is not the Internet, whatever its addresses', () => {
  const cloud = new SmallCloud()
    .network('ops', '203.0.113.0/24', {}, '2001:db8:9::/64')
    .group('web')
    .rules('web', 'ingress tcp 22 203.0.113.0/25', 'ingress tcp 22 2001:db8:9::/64');
  expect(verdictOf(judgedStack(expSsh, cloud.stack()))).toEqual(['pass']);
});
