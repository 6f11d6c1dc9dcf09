import { tenNothingElse } from '../../../../policies/tenancy/ten-nothing-else';
import { verdictOf } from '../../../support/policies/judged';
import { judgedGovernment } from '../../../support/policies/judged-government';
import { GovernmentCloud } from '../../proof/government-cloud';

test('a cloud in which only flows pass', () => {
  expect(verdictOf(judgedGovernment(tenNothingElse))).toEqual(['pass']);
});

test('a way inside of one department that no flow names', () => {
  const cloud = new GovernmentCloud()
    .rule('finance-app', 'egress tcp 6379 10.1.17.0/24')
    .rule('finance-db', 'ingress tcp 6379 10.1.16.0/24');
  expect(judgedGovernment(tenNothingElse, cloud).status).toBe('fail');
});

test('a rule of one end alone lets nothing pass', () => {
  const cloud = new GovernmentCloud().rule('finance-db', 'ingress tcp 6379 10.1.16.0/24');
  expect(verdictOf(judgedGovernment(tenNothingElse, cloud))).toEqual(['pass']);
});
