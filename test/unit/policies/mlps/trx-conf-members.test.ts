import { trxConfMembers } from '../../../../policies/mlps/trx-conf-members';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>, level = 3) =>
  verdictOf(judgedStack(trxConfMembers, new SmallCloud().add('lb_pool', 'p', values).stack(), { level }));
const SAID = ['fail openstack_lb_pool_v2.p · the pool speaks HTTP to its members in the clear'];

test.each([
  ['TLS again', { protocol: 'HTTP', tls_enabled: true }, ['pass']],
  ['what the client sent, as it came', { protocol: 'TCP' }, ['pass']],
  ['TLS of the servers', { protocol: 'HTTPS' }, ['pass']],
  ['HTTP', { protocol: 'HTTP' }, SAID],
  ['TLS said to be off', { protocol: 'HTTP', tls_enabled: false }, SAID],
])('%s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});

test('level 2 asks for integrity only', () => {
  expect(of({ protocol: 'HTTP' }, 2)).toEqual(['not-applicable']);
});
