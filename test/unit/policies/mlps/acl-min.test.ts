import { aclMin } from '../../../../policies/mlps/acl-min';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (...rules: string[]) =>
  verdictOf(
    judgedStack(
      aclMin,
      new SmallCloud()
        .network('a', '10.0.0.0/24')
        .group('web')
        .rules('web', ...rules)
        .port('p', 'a', '10.0.0.9', ['web'])
        .stack(),
    ),
  );

const covered = (one: number, by: number) => [
  `warn openstack_networking_secgroup_rule_v2.web-${one} · openstack_networking_secgroup_rule_v2.web-${by} lets all of it pass already`,
];

test.each([
  ['the same twice', ['ingress tcp 443 10.0.0.0/8', 'ingress tcp 443 10.0.0.0/8'], covered(1, 0)],
  ['a block in a block', ['ingress tcp 443 10.1.0.0/16', 'ingress tcp 443 10.0.0.0/8'], covered(0, 1)],
  ['a port in a range', ['ingress tcp 443 10.0.0.0/8', 'ingress tcp 1-1024 10.0.0.0/8'], covered(0, 1)],
  ['a protocol beside any', ['ingress tcp 443 10.0.0.0/8', 'ingress any - 10.0.0.0/8'], covered(0, 1)],
  ['a block beside no remote', ['ingress tcp 443 10.0.0.0/8', 'ingress tcp 443'], covered(0, 1)],
])('%s', (_, rules, expected) => {
  expect(of(...rules)).toEqual(expected);
});

test.each([
  ['two halves', ['ingress tcp 443 10.0.0.0/9', 'ingress tcp 443 10.128.0.0/9']],
  ['two directions', ['ingress tcp 443 10.0.0.0/8', 'egress tcp 443 10.0.0.0/8']],
  ['two families', ['ingress tcp 443 ::/0', 'ingress tcp 443 0.0.0.0/0']],
  ['two protocols', ['ingress tcp 443 10.0.0.0/8', 'ingress udp 443 10.0.0.0/8']],
  ['overlapping ranges', ['ingress tcp 1-10 10.0.0.0/8', 'ingress tcp 5-15 10.0.0.0/8']],
  ['a group and a block', ['ingress tcp 443 @web', 'ingress tcp 443 10.0.0.0/8']],
])('%s do not cover each other', (_, rules) => {
  expect(of(...rules)).toEqual(['pass']);
});

test('a group that no port has', () => {
  const cloud = new SmallCloud().group('spare');
  expect(verdictOf(judgedStack(aclMin, cloud.stack()))).toEqual([
    'warn openstack_networking_secgroup_v2.spare · no port has the group',
  ]);
});
