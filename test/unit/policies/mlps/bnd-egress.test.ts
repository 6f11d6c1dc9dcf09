import { bndEgress } from '../../../../policies/mlps/bnd-egress';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { judgedGovernment } from '../../../support/policies/judged-government';
import { GovernmentCloud } from '../../proof/government-cloud';
import { id, SmallCloud } from '../../proof/small-cloud';

/** A server behind a router to an external network, with one group. */
function cloud(...rules: string[]): SmallCloud {
  return new SmallCloud()
    .network('edge', '203.0.113.0/24', { external: true })
    .network('inside', '10.0.0.0/24')
    .group('web')
    .rules('web', ...rules)
    .port('server', 'inside', '10.0.0.10', ['web'])
    .router('r', ['inside'], { external_network_id: id('networking_network', 'edge'), enable_snat: false });
}

const of = (...rules: string[]) => judgedStack(bndEgress, cloud(...rules).stack());

test.each([
  ['everything', ['egress any']],
  ['0.0.0.0/0', ['egress tcp 443 0.0.0.0/0']],
  ['two halves', ['egress tcp 443 0.0.0.0/1', 'egress tcp 443 128.0.0.0/1']],
  ['one address outside', ['egress tcp 443 198.51.100.7/32']],
  ['a protocol number', ['egress 17 - 0.0.0.0/0']],
])('a server that may send to %s outside', (_, rules) => {
  const one = of(...rules);
  expect(one.status).toBe('fail');
  expect(one.findings.map(({ resource, about }) => [resource, about])).toEqual([
    ['openstack_networking_port_v2.server', 'to outside of openstack_networking_network_v2.edge'],
  ]);
});

test.each([
  ['its own network', ['egress tcp 443 10.0.0.0/24']],
  ['nobody', []],
  ['nobody, though everybody may come', ['ingress tcp 443 0.0.0.0/0']],
])('a server that may send to %s', (_, rules) => {
  expect(verdictOf(of(...rules))).toEqual(['pass']);
});

test('a cloud whose servers send to each other only', () => {
  expect(verdictOf(judgedGovernment(bndEgress))).toEqual(['pass']);
});

test('a department’s server that sends to a name server of the world', () => {
  const one = judgedGovernment(bndEgress, new GovernmentCloud().rule('finance-web', 'egress udp 53 192.0.2.53/32'));
  expect(one.findings.map(({ resource }) => resource)).toEqual(['openstack_networking_port_v2.finance-web-1']);
});
