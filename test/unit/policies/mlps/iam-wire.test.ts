import { iamWire } from '../../../../policies/mlps/iam-wire';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { judgedGovernment } from '../../../support/policies/judged-government';
import { GovernmentCloud } from '../../proof/government-cloud';
import { id, SmallCloud } from '../../proof/small-cloud';

const both = (service: string) =>
  new GovernmentCloud()
    .rule('bastion', `egress ${service} 10.1.16.0/24`)
    .rule('finance-app', `ingress ${service} 10.1.0.5/32`);

test('a bastion that speaks secure shell', () => {
  expect(verdictOf(judgedGovernment(iamWire))).toEqual(['pass']);
});

test.each(['tcp 23', 'tcp 80', 'tcp 5900', 'tcp 8000-9000'])('a bastion that speaks %s', (service) => {
  expect(judgedGovernment(iamWire, both(service)).status).toBe('fail');
});

test.each(['tcp 443', 'tcp 24-79', 'udp 23'])('a bastion that speaks %s', (service) => {
  expect(verdictOf(judgedGovernment(iamWire, both(service)))).toEqual(['pass']);
});

test('HTTP between servers of a department is another policy’s matter', () => {
  const cloud = new GovernmentCloud()
    .rule('finance-app', 'egress tcp 80 10.1.17.0/24')
    .rule('finance-db', 'ingress tcp 80 10.1.16.0/24');
  expect(verdictOf(judgedGovernment(iamWire, cloud))).toEqual(['pass']);
});

test('without a design nobody administers from outside by Telnet', () => {
  const cloud = new SmallCloud()
    .network('edge', '203.0.113.0/24', { external: true })
    .network('inside', '10.0.0.0/24')
    .open('web', 'ingress tcp 23')
    .port('server', 'inside', '10.0.0.10', ['web'])
    .router('r', ['inside'], { external_network_id: id('networking_network', 'edge'), enable_snat: false });
  expect(judgedStack(iamWire, cloud.stack()).findings.map((one) => one.resource)).toEqual([
    'openstack_networking_port_v2.server',
  ]);
});
