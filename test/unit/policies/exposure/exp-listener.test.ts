import { expListener } from '../../../../policies/exposure/exp-listener';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>) =>
  verdictOf(
    judgedStack(expListener, new SmallCloud().add('lb_listener', 'l', { protocol_port: 443, ...values }).stack()),
  );
const said = (message: string) => [`fail openstack_lb_listener_v2.l · ${message}`];

test.each([
  ['HTTPS for everybody, said outright', { allowed_cidrs: ['0.0.0.0/0'] }, ['pass']],
  ['a private block at another port', { allowed_cidrs: ['10.0.0.0/8'], protocol_port: 5432 }, ['pass']],
  ['nobody named', {}, said('everybody may connect')],
  ['an empty list', { allowed_cidrs: [] }, said('everybody may connect')],
  [
    'half of everybody at a database',
    { allowed_cidrs: ['10.0.0.0/8', '0.0.0.0/1'], protocol_port: 5432 },
    said('0.0.0.0/1 may connect, and not by HTTPS'),
  ],
])('%s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});
