import { expFwIngress } from '../../../../policies/exposure/exp-fw-ingress';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: Readonly<Record<string, unknown>>) =>
  judgedStack(expFwIngress, new SmallCloud().add('fw_rule', 'r', { action: 'allow', ...values }).stack());

test.each([
  ['secure shell', { source_ip_address: '0.0.0.0/0', destination_port: '22' }],
  ['remote desktop in a range', { destination_port: '3000:4000' }],
  ['every port', { source_ip_address: '0.0.0.0/1' }],
])('%s for everybody', (_, values) => {
  expect(of(values).status).toBe('fail');
});

test.each([
  ['HTTPS for everybody', { destination_port: '443' }],
  ['secure shell for a private block', { source_ip_address: '10.0.0.0/8', destination_port: '22' }],
  ['a rule that is off', { destination_port: '22', enabled: false }],
  ['a rule that denies', { destination_port: '22', action: 'deny' }],
])('%s', (_, values) => {
  expect(verdictOf(of(values))).toEqual(['pass']);
});
