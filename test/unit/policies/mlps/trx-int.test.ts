import { trxInt } from '../../../../policies/mlps/trx-int';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: object, level = 3) =>
  verdictOf(
    judgedStack(trxInt, new SmallCloud().add('lb_listener', 'l', { protocol_port: 443, ...values }).stack(), { level }),
  );
const said = (outcome: string, message: string) => [`${outcome} openstack_lb_listener_v2.l · ${message}`];
const TLS = { protocol: 'TERMINATED_HTTPS' };

test.each([
  ['TLS 1.2 and 1.3', { ...TLS, tls_versions: ['TLSv1.2', 'TLSv1.3'] }, ['pass']],
  ['TLS as Octavia chooses', TLS, ['pass']],
  ['TLS of the servers behind', { protocol: 'HTTPS' }, ['pass']],
  ['TLS 1.1', { ...TLS, tls_versions: ['TLSv1.1', 'TLSv1.2'] }, said('fail', 'the listener speaks TLSv1.1')],
  ['HTTP', { protocol: 'HTTP' }, said('fail', 'the listener speaks HTTP in the clear')],
  ['TCP, of which nobody knows', { protocol: 'TCP' }, said('warn', 'what passes TCP is not known to be protected')],
])('%s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});

test.each([
  ['TLS 1.3 alone', { ...TLS, tls_versions: ['TLSv1.3'] }, ['pass']],
  [
    'TLS 1.2 with GCM alone',
    { ...TLS, tls_versions: ['TLSv1.2'], tls_ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' },
    ['pass'],
  ],
  [
    'TLS 1.2 with CBC',
    { ...TLS, tls_versions: ['TLSv1.2'], tls_ciphers: 'ECDHE-RSA-AES128-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384' },
    said('fail', 'TLS 1.2 may use suites without authenticated encryption'),
  ],
  [
    'TLS 1.2 as Octavia chooses',
    { ...TLS, tls_versions: ['TLSv1.2'] },
    said('fail', 'TLS 1.2 may use suites without authenticated encryption'),
  ],
])('at level 4: %s', (_, values, expected) => {
  expect(of(values, 4)).toEqual(expected);
});
