import { expFwEgress } from '../../../../policies/exposure/exp-fw-egress';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>) =>
  judgedStack(expFwEgress, new SmallCloud().add('fw_rule', 'r', { action: 'allow', ...values }).stack());

test.each([
  ['everything to everybody', {}],
  ['everything to the Internet', { destination_ip_address: '0.0.0.0/0', source_ip_address: '10.0.0.0/8' }],
])('%s', (_, values) => {
  expect(of(values).status).toBe('fail');
});

test.each([
  ['one port to everybody', { destination_port: '443' }],
  ['everything to a private block', { destination_ip_address: '10.0.0.0/8' }],
  ['a rule that denies', { action: 'deny' }],
  ['a rule that is off', { enabled: false }],
])('%s', (_, values) => {
  expect(verdictOf(of(values))).toEqual(['pass']);
});
