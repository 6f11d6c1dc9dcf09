import { trxMutual } from '../../../../policies/mlps/trx-mutual';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>, level = 4) =>
  verdictOf(judgedStack(trxMutual, new SmallCloud().add('lb_listener', 'l', values).stack(), { level }));
const SAID = ['fail openstack_lb_listener_v2.l · clients show no certificate'];
const CA = { client_ca_tls_container_ref: 'https://keys/1' };

test.each([
  ['every client shows one', { client_authentication: 'MANDATORY', ...CA }, ['pass']],
  ['those that have one', { client_authentication: 'OPTIONAL', ...CA }, SAID],
  ['nobody is asked', {}, SAID],
  ['asked, and nobody can judge it', { client_authentication: 'MANDATORY' }, SAID],
])('%s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});

test('below level 4 nobody asks', () => {
  expect(of({}, 3)).toEqual(['not-applicable']);
});
