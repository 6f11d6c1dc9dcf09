import { cldTenant } from '../../../../policies/mlps/cld-tenant';
import { verdictOf } from '../../../support/policies/judged';
import { judgedGovernment } from '../../../support/policies/judged-government';
import { GovernmentCloud } from '../../proof/government-cloud';

const between = (from: string, to: string, prefix: string, own: string) =>
  new GovernmentCloud().rule(from, `egress tcp 9999 ${prefix}`).rule(to, `ingress tcp 9999 ${own}`);

test('departments that meet by a declared flow only', () => {
  expect(verdictOf(judgedGovernment(cldTenant))).toEqual(['pass']);
});

test('a rule that joins two departments', () => {
  const one = judgedGovernment(cldTenant, between('health-app', 'finance-app', '10.1.16.0/24', '10.1.32.0/24'));
  expect([one.status, one.findings.map((finding) => finding.resource)]).toEqual(['fail', ['statement TENANT finance']]);
});

test('a rule inside of one department is its own', () => {
  const cloud = between('finance-app', 'finance-db', '10.1.17.0/24', '10.1.16.0/24');
  expect(verdictOf(judgedGovernment(cldTenant, cloud))).toEqual(['pass']);
});

test('one end of a rule alone joins nobody', () => {
  const cloud = new GovernmentCloud().rule('health-app', 'egress tcp 9999 10.1.16.0/24');
  expect(verdictOf(judgedGovernment(cldTenant, cloud))).toEqual(['pass']);
});
