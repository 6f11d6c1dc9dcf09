import { hostMgmt } from '../../../../policies/mlps/host-mgmt';
import { judgedStack, saidOf } from '../../../support/policies/judged';
import { id, SmallCloud } from '../../proof/small-cloud';

/** A server behind a router to an external network, with one group. */
function cloud(...rules: string[]): SmallCloud {
  return new SmallCloud()
    .network('edge', '203.0.113.0/24', { external: true })
    .network('inside', '10.0.0.0/24')
    .open('web', ...rules)
    .port('server', 'inside', '10.0.0.10', ['web'])
    .router('r', ['inside'], { external_network_id: id('networking_network', 'edge'), enable_snat: false });
}

const OPEN =
  'fail openstack_networking_port_v2.server · outside of edge reaches openstack_networking_port_v2.server at tcp/22, from 0.0.0.0';

test.each([
  ['a rule of 0.0.0.0/0', ['ingress tcp 22 0.0.0.0/0']],
  ['a rule without a remote', ['ingress tcp 22']],
  ['two halves', ['ingress tcp 22 0.0.0.0/1', 'ingress tcp 22 128.0.0.0/1']],
  ['a block with the mask of everything', ['ingress tcp 22 10.0.0.0/0']],
  ['no protocol and no ports', ['ingress any - 0.0.0.0/0']],
  ['a protocol number and no ports', ['ingress 6 - 0.0.0.0/0']],
  ['a range that holds the port', ['ingress tcp 1-1024 0.0.0.0/0']],
])('%s opens administration to the Internet', (_, rules) => {
  const one = judgedStack(hostMgmt, cloud(...rules).stack());
  expect(one.status).toBe('fail');
  expect(saidOf(one)).toEqual([OPEN]);
});

test.each([
  ['another port', ['ingress tcp 23-3388 0.0.0.0/0', 'ingress tcp 3390-6442 0.0.0.0/0']],
  ['another protocol', ['ingress udp 22 0.0.0.0/0']],
  ['the address of a neighbour', ['ingress tcp 22 10.0.0.0/24']],
  ['a port the other way', ['egress tcp 22 0.0.0.0/0']],
])('%s is not administration from outside', (_, rules) => {
  const one = judgedStack(hostMgmt, cloud(...rules).stack());
  expect([one.status, one.findings]).toEqual(['pass', []]);
});

test('a rule that no port has opens nothing', () => {
  const one = judgedStack(hostMgmt, cloud().open('spare', 'ingress tcp 22 0.0.0.0/0').stack());
  expect(one.status).toBe('pass');
});
