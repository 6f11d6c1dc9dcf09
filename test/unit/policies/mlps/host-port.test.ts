import { hostPort } from '../../../../policies/mlps/host-port';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { judgedGovernment } from '../../../support/policies/judged-government';
import { GovernmentCloud } from '../../proof/government-cloud';
import { id, SmallCloud } from '../../proof/small-cloud';

const between = (service: string) =>
  new GovernmentCloud()
    .rule('finance-app', `egress ${service} 10.1.17.0/24`)
    .rule('finance-db', `ingress ${service} 10.1.16.0/24`);

const fromOutside = (service: string) =>
  new SmallCloud()
    .network('edge', '203.0.113.0/24', { external: true })
    .network('inside', '10.0.0.0/24')
    .open('web', `ingress ${service}`)
    .port('server', 'inside', '10.0.0.10', ['web'])
    .router('r', ['inside'], { external_network_id: id('networking_network', 'edge'), enable_snat: false });

test('a database that its application reaches in another zone', () => {
  expect(verdictOf(judgedGovernment(hostPort))).toEqual(['pass']);
});

test.each(['tcp 445', 'tcp 23', 'udp 137', 'tcp 5950', 'tcp 1-65535'])('%s between zones', (service) => {
  expect(judgedGovernment(hostPort, between(service)).status).toBe('fail');
});

test.each(['tcp 446', 'udp 445', 'tcp 3306', 'icmp 8'])('%s between zones is not of those', (service) => {
  expect(verdictOf(judgedGovernment(hostPort, between(service)))).toEqual(['pass']);
});

test.each(['tcp 3306', 'tcp 6379', 'tcp 445', 'any'])('%s from outside', (service) => {
  expect(judgedStack(hostPort, fromOutside(service).stack()).status).toBe('fail');
});

test.each(['tcp 443', 'tcp 3307', 'udp 3306'])('%s from outside is not of those', (service) => {
  expect(verdictOf(judgedStack(hostPort, fromOutside(service).stack()))).toEqual(['pass']);
});
