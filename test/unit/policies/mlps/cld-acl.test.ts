import { cldAcl } from '../../../../policies/mlps/cld-acl';
import { verdictOf } from '../../../support/policies/judged';
import { judgedGovernment } from '../../../support/policies/judged-government';
import { GovernmentCloud } from '../../proof/government-cloud';

test('rules that name their flows', () => {
  expect(verdictOf(judgedGovernment(cldAcl))).toEqual(['pass']);
});

test('a rule that names none', () => {
  const one = judgedGovernment(cldAcl, new GovernmentCloud().rule('finance-db', 'ingress tcp 1 192.0.2.0/24'));
  expect([one.status, one.findings.length]).toEqual(['fail', 1]);
});

test('a further rule of a flow', () => {
  const cloud = new GovernmentCloud().rule('finance-db', 'ingress tcp 5432 10.1.16.0/25', {
    description: 'F10 app-to-db of the tests',
  });
  expect(verdictOf(judgedGovernment(cldAcl, cloud))).toEqual(['pass']);
});
