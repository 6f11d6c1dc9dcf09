import { secAdminPass } from '../../../../policies/secrets/sec-admin-pass';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>) =>
  verdictOf(judgedStack(secAdminPass, new SmallCloud().add('compute_instance', 'i', values).stack()));

test.each([
  ['a key', { key_pair: 'ops' }, ['pass']],
  ['a password', { admin_pass: 'hunter2' }, ['fail openstack_compute_instance_v2.i · it has `admin_pass`']],
  [
    'a password in a variable',
    { admin_pass: `\${var.p}` },
    ['fail openstack_compute_instance_v2.i · it has `admin_pass`'],
  ],
  ['no password', { admin_pass: '' }, ['pass']],
])('%s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});
